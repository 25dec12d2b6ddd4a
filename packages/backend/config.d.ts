export interface Config {
  demo?: {
    /**
     * Whether the example postmortems of `examples/postmortems` are imported,
     * once, when the portal starts. True when left out.
     */
    examples?: boolean;

    /**
     * Another folder of markdown postmortems to import instead, counted from
     * packages/backend.
     */
    examplesDirectory?: string;
  };
}
