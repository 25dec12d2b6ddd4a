export interface Config {
  postmortem?: {
    /**
     * The names of the severities, the most severe first, as the backend has
     * them.
     *
     * @default ["SEV1", "SEV2", "SEV3", "SEV4"]
     * @deepVisibility frontend
     */
    severities?: string[];
  };
}
