export interface Config {
  demo?: {
    /**
     * The people whom the sign-in page offers, and whom alone the demo sign-in
     * accepts.
     *
     * @deepVisibility frontend
     */
    people?: Array<{
      /** A user in the catalog, such as user:default/ana. */
      entityRef: string;
      name: string;
      /** What they do, as the sign-in page words it. */
      role: string;
      /** Their team, as the sign-in page words it. */
      team: string;
    }>;
  };
}
