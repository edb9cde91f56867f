import type { Metric } from "../metric.ts";
import type { Measure } from "../store.ts";
import type { Aggregate } from "./aggregate.ts";
import { addKnown, ratio } from "./aspect.ts";

/** What a total is made of. */
export interface Matched {
  /** Cells that matched; null where every one did. */
  readonly cells: Uint32Array | null;
  readonly current: Aggregate;
  readonly previous: Aggregate | null;
  /** Days on which any matched cell reported the metric. */
  reportDays(metric: Metric): number;
}

function sumKnown(column: Float64Array, cells: Uint32Array | null): number {
  let sum = Number.NaN;
  if (cells === null) for (const value of column) sum = addKnown(sum, value);
  else for (const cell of cells) sum = addKnown(sum, column[cell]!);
  return sum;
}

/**
 * A measure of everything that matched, NaN where absent: sums add up over all rows, CUMULATIVE has reached their
 * sum, shares add up to their part of the whole, PREVIOUS holds places too that have no row any more (unless
 * `having` chose among rows). A rank and a rolling mean are of single rows: they are absent here.
 */
export function totalOf({ metric, aspect }: Measure, matched: Matched): number {
  const sum = () => sumKnown(matched.current.sums.get(metric)!, matched.cells);
  const previous = () => sumKnown(matched.previous!.sums.get(metric)!, matched.cells);
  switch (aspect) {
    case "SUM":
    case "CUMULATIVE":
      return sum();
    case "PER_REPORT_DAY":
      return ratio(sum(), matched.reportDays(metric));
    case "SHARE_OF_TOTAL":
      return ratio(sum(), sumKnown(matched.current.sums.get(metric)!, null));
    case "PREVIOUS":
      return previous();
    case "CHANGE":
      return sum() - previous();
    case "CHANGE_RATIO":
      return ratio(sum() - previous(), previous());
    case "RANK":
    case "ROLLING_MEAN_7":
      return Number.NaN;
  }
}
