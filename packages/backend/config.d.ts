export interface Config {
  demo?: {
    /**
     * Whether the example postmortems of `examples/postmortems` are imported,
     * once, when the portal starts. True when left out.
     */
    examples?: boolean;
  };
}
