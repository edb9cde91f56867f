import { Fault } from "../../data/fault.ts";

export interface RolledUp {
  /** Mean by weight of the children's scores; NaN where no child has one. */
  readonly score: Float64Array;
  /** Sum of the weights of children with a score: the parent's own weight one level up. */
  readonly weight: Float64Array;
  /** Children with a score. */
  readonly children: Int32Array;
}

/**
 * Scores of parents from their children's, weighted by activity: pincodes to districts, those to states, those to
 * the country. The same in one step as in several. Children whose weights are all 0 count alike; a child without
 * a score does not count.
 * @param parent of each child, from 0 to `parents` − 1; −1 where it has none
 * @throws Fault where columns are not aligned, a weight of a child with a score is negative or NaN, or a parent unknown
 */
export function rollUp(
  score: Float64Array,
  weight: Float64Array,
  parent: Int32Array,
  parents: number,
): RolledUp {
  if (weight.length !== score.length || parent.length !== score.length) {
    const lengths = `${score.length}, ${weight.length} and ${parent.length}`;
    throw new Fault(
      "BAD_USER_INPUT",
      `Scores, weights and parents must be of one length; they are of ${lengths}.`,
    );
  }
  const sum = new Float64Array(parents);
  const plain = new Float64Array(parents);
  const total = new Float64Array(parents);
  const children = new Int32Array(parents);
  for (const [child, value] of score.entries()) {
    const to = parent[child]!;
    if (Number.isNaN(value) || to === -1) continue;
    const share = weight[child]!;
    if (!(share >= 0 && share < Number.POSITIVE_INFINITY) || to < 0 || to >= parents) {
      const right = `a weight from 0 on and a parent below ${parents}`;
      throw new Fault(
        "BAD_USER_INPUT",
        `Child ${child} needs ${right}; it has weight ${share}, parent ${to}.`,
      );
    }
    sum[to]! += share * value;
    plain[to]! += value;
    total[to]! += share;
    children[to]!++;
  }
  const mean = sum.map((all, at) => (total[at]! > 0 ? all / total[at]! : plain[at]! / children[at]!));
  return { score: mean, weight: total, children };
}
