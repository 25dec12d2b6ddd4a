export interface Config {
  postmortem?: {
    /**
     * The names of the severities, the most severe first. A postmortem's
     * severity is one of them, or none. The first two count as severe in
     * overviews.
     *
     * @default ["SEV1", "SEV2", "SEV3", "SEV4"]
     * @deepVisibility frontend
     */
    severities?: string[];
  };
}
