/** A box the search stays in, and where it starts: one entry a parameter. */
export interface Box {
  readonly start: readonly number[];
  readonly step: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** The search ends when its points lie within this share of their value, and of the first steps, of each other. */
const TOLERANCE = 1e-5;
const NEARNESS = 0.02;

/**
 * The lowest point found of a function within a box, by the simplex search of Nelder & Mead (1965) with the
 * usual coefficients (reflect 1, expand 2, contract ½, shrink ½); points outside the box are moved to its
 * border. Deterministic. The function may keep no hold of the array it is given.
 * @param limit evaluations at most, the first simplex included
 */
export function minimise(f: (at: Float64Array) => number, box: Box, limit: number): Float64Array {
  const size = box.start.length;
  const into = (at: Float64Array) => {
    for (let i = 0; i < size; i++) at[i] = Math.min(box.high[i]!, Math.max(box.low[i]!, at[i]!));
    return at;
  };
  const points = Array.from({ length: size + 1 }, (_, row) => {
    const at = Float64Array.from(box.start);
    if (row > 0) {
      const i = row - 1;
      const room = at[i]! + box.step[i]! <= box.high[i]!;
      at[i] = at[i]! + (room ? box.step[i]! : -box.step[i]!);
    }
    return into(at);
  });
  const values = points.map(f);
  let evaluations = size + 1;
  const centre = new Float64Array(size);
  const order = () => {
    for (let i = 1; i <= size; i++) {
      const [point, value] = [points[i]!, values[i]!];
      let at = i;
      for (; at > 0 && values[at - 1]! > value; at--) {
        points[at] = points[at - 1]!;
        values[at] = values[at - 1]!;
      }
      points[at] = point;
      values[at] = value;
    }
  };
  const along = (factor: number) => {
    const worst = points[size]!;
    const at = new Float64Array(size);
    for (let i = 0; i < size; i++) at[i] = centre[i]! + factor * (worst[i]! - centre[i]!);
    return into(at);
  };
  const replace = (point: Float64Array, value: number) => {
    points[size] = point;
    values[size] = value;
  };
  const isDone = () => {
    if (values[size]! - values[0]! > TOLERANCE * (Math.abs(values[0]!) + 1e-12)) return false;
    for (let i = 0; i < size; i++) {
      if (Math.abs(points[size]![i]! - points[0]![i]!) > NEARNESS * Math.abs(box.step[i]!)) return false;
    }
    return true;
  };
  order();
  while (evaluations < limit && !isDone()) {
    centre.fill(0);
    for (let row = 0; row < size; row++)
      for (let i = 0; i < size; i++) centre[i] = centre[i]! + points[row]![i]! / size;
    const reflected = along(-1);
    const value = f(reflected);
    evaluations++;
    if (value < values[0]!) {
      const expanded = along(-2);
      const further = f(expanded);
      evaluations++;
      if (further < value) replace(expanded, further);
      else replace(reflected, value);
    } else if (value < values[size - 1]!) replace(reflected, value);
    else {
      const outside = value < values[size]!;
      const contracted = along(outside ? -0.5 : 0.5);
      const nearer = f(contracted);
      evaluations++;
      if (nearer < Math.min(value, values[size]!)) replace(contracted, nearer);
      else {
        for (let row = 1; row <= size; row++) {
          for (let i = 0; i < size; i++) points[row]![i] = (points[row]![i]! + points[0]![i]!) / 2;
          values[row] = f(points[row]!);
        }
        evaluations += size;
      }
    }
    order();
  }
  return points[0]!;
}
