// `npm run -s bench:outliers -- FILE.csv.gz [SEED]`: the isolation forest's score of each row, one a line.
import { FOREST_DEFAULTS, isolationScores } from "../engines/profiles/isolation-forest.ts";
import { readOutlierFile } from "./outlier-file.ts";

const [path, seedText = String(FOREST_DEFAULTS.seed)] = process.argv.slice(2);
const seed = Number(seedText);
if (path === undefined || !Number.isInteger(seed)) {
  console.error("usage: npm run -s bench:outliers -- FILE.csv.gz [SEED], the seed a whole number");
  process.exitCode = 2;
} else {
  const scores = isolationScores(readOutlierFile(path).features, { seed });
  process.stdout.write(`${scores.join("\n")}\n`);
}
