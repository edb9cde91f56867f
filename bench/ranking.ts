/** Rows from the highest score down, as runs of equal score: how many outliers and how many others in each. */
function* runsOf(scores: Float64Array, label: Float64Array) {
  const order = Uint32Array.from(scores, (_, at) => at).sort((a, b) => scores[b]! - scores[a]!);
  for (let from = 0; from < order.length; ) {
    let [to, outliers] = [from, 0];
    for (; to < order.length && scores[order[to]!] === scores[order[from]!]; to++)
      outliers += label[order[to]!]!;
    yield { outliers, others: to - from - outliers };
    from = to;
  }
}

/** Area under the receiver operating characteristic: how often an outlier is scored above another row; ties half. */
export function areaUnderRoc(scores: Float64Array, label: Float64Array): number {
  let [above, outliers, others] = [0, 0, 0];
  for (const run of runsOf(scores, label)) {
    above += run.others * (outliers + run.outliers / 2);
    outliers += run.outliers;
    others += run.others;
  }
  return above / (outliers * others);
}

/** Average precision: the mean, over the outliers, of the share of outliers among all rows scored as high. */
export function averagePrecision(scores: Float64Array, label: Float64Array): number {
  let [sum, outliers, seen] = [0, 0, 0];
  for (const run of runsOf(scores, label)) {
    outliers += run.outliers;
    seen += run.outliers + run.others;
    sum += run.outliers * (outliers / seen);
  }
  return sum / outliers;
}
