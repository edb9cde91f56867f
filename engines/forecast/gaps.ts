/** The values with gaps between known ones filled along a straight line and those at the ends by the nearest known. */
export function fillGaps(values: Float64Array): Float64Array {
  const out = values.slice();
  let known = -1;
  for (let at = 0; at < out.length; at++) {
    if (Number.isNaN(out[at]!)) continue;
    if (known < 0) out.fill(out[at]!, 0, at);
    else
      for (let i = known + 1; i < at; i++)
        out[i] = out[known]! + ((out[at]! - out[known]!) * (i - known)) / (at - known);
    known = at;
  }
  return known < 0 ? out : out.fill(out[known]!, known);
}

/** How many values are known. */
export function countKnown(values: Float64Array): number {
  let known = 0;
  for (const value of values) if (!Number.isNaN(value)) known++;
  return known;
}
