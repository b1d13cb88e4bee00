declare module 'cloudflare:workers' {
  /** The bindings that wrangler.toml names, simulated. */
  export const env: Omit<import('../../src/entries/build-worker-app.ts').WorkerBindings, 'VECTORS'> & {
    VECTORS: {
      put(key: string, value: Uint8Array): Promise<unknown>;
      get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
    };
  };
}

declare module 'cloudflare:test' {
  /** Empties every simulated binding. */
  export function reset(): Promise<void>;
}
