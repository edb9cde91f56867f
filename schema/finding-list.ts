import { DATASETS, type DatasetKind, type Metric } from "../data/activity/metric.ts";
import { Fault } from "../data/fault.ts";

type Item = "anomaly" | "alert";

/** A cursor holds the position of the last item shown; findings of one dataset version never move. */
export const writeCursor = (at: number, item: Item): string =>
  Buffer.from(`${item} ${at}`).toString("base64url");

/**
 * Position from which a page goes on; 0 without a cursor.
 * @throws Fault BAD_USER_INPUT where it is no cursor of such a list
 */
export function readCursor(after: string | null | undefined, item: Item): number {
  if (after == null) return 0;
  const [what, at = ""] = Buffer.from(after, "base64url").toString().split(" ");
  if (what === item && /^\d{1,9}$/.test(at)) return Number(at) + 1;
  throw new Fault("BAD_USER_INPUT", "after is no cursor of this list: give the endCursor of a page of it.");
}

/**
 * The datasets of a list of metrics; null, no restriction, stays null.
 * @throws Fault BAD_USER_INPUT for a metric that is not watched by itself
 */
export function watchedOf(metrics: readonly Metric[] | null | undefined): readonly DatasetKind[] | null {
  if (metrics == null) return null;
  const wrong = metrics.find((metric) => !DATASETS.some((one) => one === metric));
  if (wrong === undefined) return metrics as readonly DatasetKind[];
  throw new Fault(
    "BAD_USER_INPUT",
    `where.metrics: ${wrong} is not watched by itself: name ${DATASETS.join(", ")}.`,
  );
}
