/**
 * The piecewise cubic through points with rising `x` that is monotone wherever the points are (Fritsch and Carlson
 * 1980, with the harmonic mean of neighbouring slopes). Beyond the ends it goes on straight.
 */
export function monotone(x: readonly number[], y: readonly number[]): (at: number) => number {
  const last = x.length - 1;
  const slopes = Array.from({ length: last }, (_, i) => (y[i + 1]! - y[i]!) / (x[i + 1]! - x[i]!));
  const tangents = y.map((_, i) => {
    if (i === 0) return slopes[0]!;
    if (i === last) return slopes[last - 1]!;
    const [before, after] = [slopes[i - 1]!, slopes[i]!];
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
  return (at) => {
    if (at <= x[0]!) return y[0]! + (at - x[0]!) * tangents[0]!;
    if (at >= x[last]!) return y[last]! + (at - x[last]!) * tangents[last]!;
    let i = 0;
    while (at > x[i + 1]!) i++;
    const width = x[i + 1]! - x[i]!;
    const t = (at - x[i]!) / width;
    const rise = 3 * t * t - 2 * t * t * t;
    const from = t * (1 - t) * (1 - t) * width * tangents[i]!;
    const to = t * t * (t - 1) * width * tangents[i + 1]!;
    return y[i]! + rise * (y[i + 1]! - y[i]!) + from + to;
  };
}
