import { Fault } from "../../data/fault.ts";
import { makeRandom } from "../../data/sample/random.ts";
import { type Columns, completeRows, rowMajor } from "./columns.ts";
import { startCentres } from "./kmeans-start.ts";
import { lloyd, type Partition } from "./lloyd.ts";
import { standardise } from "./standardise.ts";

export interface KMeansParameters {
  /** Clusters; fewer come back where there are fewer different rows. */
  readonly k: number;
  /** Starts, the one with the least inertia wins. */
  readonly restarts: number;
  /** Lloyd's iterations a start, at most. */
  readonly iterations: number;
  /** Fall of inertia, as a share of itself, below which a start is done. */
  readonly tolerance: number;
  /** The low 32 bits count. */
  readonly seed: number;
}

export const KMEANS_DEFAULTS: KMeansParameters = {
  k: 8,
  restarts: 3,
  iterations: 50,
  tolerance: 1e-4,
  seed: 1,
};

export interface Clusters {
  /** Cluster of each row, −1 where a feature is not finite. Cluster 0 has most rows. */
  readonly cluster: Int32Array;
  /** Rows of each cluster, falling; equals by their first row. */
  readonly sizes: Int32Array;
  /** Mean of each cluster by feature, in standard deviations from the mean of all rows. */
  readonly centres: readonly Float64Array[];
  /** Sum of squared distances of the rows from their centres, on standardised features. */
  readonly inertia: number;
}

/** Numbers the clusters by size, then by first row, so that numbers do not depend on the start that won. */
function numbered(
  { cluster, centres, inertia }: Partition,
  width: number,
  complete: Int32Array,
  rows: number,
) {
  const k = centres.length / width;
  const sizes = new Int32Array(k);
  const first = new Int32Array(k).fill(-1);
  for (const [at, one] of cluster.entries()) {
    sizes[one]!++;
    if (first[one]! < 0) first[one] = at;
  }
  const order = Array.from(sizes.keys())
    .filter((one) => sizes[one]! > 0)
    .sort((a, b) => sizes[b]! - sizes[a]! || first[a]! - first[b]!);
  const number = new Int32Array(k);
  for (const [at, one] of order.entries()) number[one] = at;
  const all = new Int32Array(rows).fill(-1);
  for (const [at, one] of cluster.entries()) all[complete[at]!] = number[one]!;
  return {
    cluster: all,
    sizes: Int32Array.from(order, (one) => sizes[one]!),
    centres: order.map((one) => centres.slice(one * width, (one + 1) * width)),
    inertia,
  };
}

/**
 * Groups alike rows by k-means on standardised features: k-means++ starts, Lloyd's iterations, best of several
 * starts by inertia. The same columns, parameters and seed give the same clusters.
 * @throws Fault where columns are not aligned, or k, restarts or iterations are no positive whole numbers
 */
export function kMeans(columns: Columns, parameters: Partial<KMeansParameters> = {}): Clusters {
  const { k, restarts, iterations, tolerance, seed } = { ...KMEANS_DEFAULTS, ...parameters };
  if (![k, restarts, iterations].every((count) => Number.isInteger(count) && count >= 1)) {
    const given = `k ${k}, restarts ${restarts} and iterations ${iterations}`;
    throw new Fault("BAD_USER_INPUT", `k-means counts in whole numbers from 1 on; not ${given}.`);
  }
  const complete = completeRows(columns);
  const rows = columns[0]!.length;
  const empty = { cluster: new Int32Array(0), centres: new Float64Array(0), inertia: 0 };
  const width = columns.length;
  if (complete.length === 0) return numbered(empty, width, complete, rows);
  const used = columns.map((column) => Float64Array.from(complete, (row) => column[row]!));
  const matrix = rowMajor(
    standardise(used).columns,
    Int32Array.from(complete, (_, at) => at),
  );
  const random = makeRandom(seed);
  const found = Array.from({ length: restarts }, () =>
    lloyd(matrix, width, startCentres(matrix, width, k, random), iterations, tolerance),
  );
  const best = found.reduce((one, other) => (other.inertia < one.inertia ? other : one));
  return numbered(best, width, complete, rows);
}
