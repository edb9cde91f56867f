declare module "autocannon" {
  /** The part of the load generator that the benchmarks use. */
  export default function autocannon(options: {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    headers?: Readonly<Record<string, string>>;
  }): Promise<{
    requests: { average: number; total: number };
    errors: number;
    statusCodeStats: Readonly<Record<string, { count: number }>>;
  }>;
}
