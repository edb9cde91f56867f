import type { Histogram, Registry } from "prom-client";

/** Upper bounds of the buckets, in seconds. */
export const BOUNDS: readonly number[] = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

interface Tally {
  /** Of each bucket alone, the last being for what is over all bounds. */
  readonly counts: Float64Array;
  sum: number;
}

const NAME = "http_request_duration_seconds";

interface Sample {
  readonly metricName: string;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
}

function samplesOf(route: string, { counts, sum }: Tally): Sample[] {
  let total = 0;
  const buckets = Array.from(counts, (count, at): Sample => {
    total += count;
    return { metricName: `${NAME}_bucket`, labels: { le: BOUNDS[at] ?? "+Inf", route }, value: total };
  });
  return [
    ...buckets,
    { metricName: `${NAME}_sum`, labels: { route }, value: sum },
    { metricName: `${NAME}_count`, labels: { route }, value: total },
  ];
}

/**
 * A histogram of request durations by class of address. prom-client's own takes longer to note a duration
 * than a cached answer takes to find; this one counts in an array and is laid out when it is collected.
 */
export class Durations {
  readonly #tallies = new Map<string, Tally>();

  constructor(registry: Registry) {
    const values = () => [...this.#tallies].flatMap(([route, tally]) => samplesOf(route, tally));
    const help = "Time from meeting a request to handing over its answer, by class of address.";
    const metric = {
      name: NAME,
      help,
      type: "histogram",
      get: async () => ({ ...metric, values: values() }),
    };
    registry.registerMetric(metric as unknown as Histogram);
  }

  /** What notes durations, in seconds, of one class of address. */
  observer(route: string): (seconds: number) => void {
    const tally = this.#tallies.get(route) ?? { counts: new Float64Array(BOUNDS.length + 1), sum: 0 };
    this.#tallies.set(route, tally);
    return (seconds) => {
      let at = 0;
      while (at < BOUNDS.length && seconds > BOUNDS[at]!) at++;
      tally.counts[at]!++;
      tally.sum += seconds;
    };
  }
}
