// `[TREES=n] node bench/outliers-measured.ts FILE.csv.gz...`: how well the isolation forest finds labelled outliers, over
// seeds 1 to 10. Prints, asserts nothing.
import { basename } from "node:path";
import { FOREST_DEFAULTS, isolationScores } from "../engines/profiles/isolation-forest.ts";
import { median } from "./median.ts";
import { readOutlierFile } from "./outlier-file.ts";
import { areaUnderRoc, averagePrecision } from "./ranking.ts";

const SEEDS = Array.from({ length: 10 }, (_, at) => at + 1);

function meanAndSpread(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return `${mean.toFixed(3)} ± ${Math.sqrt(variance).toFixed(3)}`;
}

const line = (...cells: string[]) => console.log(cells.map((cell) => cell.padEnd(16)).join(""));
const trees = Number(process.env.TREES ?? FOREST_DEFAULTS.trees);
line("set", "rows", "features", "AUC-ROC", "AUC-PR", "ms a forest");
for (const path of process.argv.slice(2)) {
  const { features, label } = readOutlierFile(path);
  if (label === null) throw new Error(`${path} has no column "label"`);
  const runs = SEEDS.map((seed) => {
    const from = performance.now();
    const scores = isolationScores(features, { seed, trees });
    const time = performance.now() - from;
    return { time, roc: areaUnderRoc(scores, label), precision: averagePrecision(scores, label) };
  });
  line(
    basename(path, ".csv.gz"),
    String(label.length),
    String(features.length),
    meanAndSpread(runs.map(({ roc }) => roc)),
    meanAndSpread(runs.map(({ precision }) => precision)),
    median(runs.map(({ time }) => time)).toFixed(1),
  );
}
