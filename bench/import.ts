// `npm run bench:import`: official files of the size of a year's publication, read, mended and summed by importFiles,
// beside DuckDB's read_csv of the same files. Prints, asserts nothing.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./median.ts";
import { writePublication } from "./publication.ts";

const ROUNDS = 5;
const SEED = 2025;

interface Run {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly lines: number;
  readonly told: Readonly<Record<string, number>>;
}

const runOf = (script: string, files: readonly string[]): Run =>
  JSON.parse(
    execFileSync(process.execPath, [join(import.meta.dirname, script), ...files], { encoding: "utf8" }),
  );

function print(what: string, runs: readonly Run[], budget: string): void {
  const seconds = median(runs.map((run) => run.seconds));
  const peak = Math.max(...runs.map((run) => run.peakMegabytes));
  const figures = [`${seconds.toFixed(2)} s`, `${peak.toFixed(0)} MB`, `${runs[0]!.lines} lines`];
  console.log([what.padEnd(32), ...figures.map((figure) => figure.padEnd(16)), budget].join(""));
}

const folder = await mkdtemp(join(tmpdir(), "pulse-bench-import-"));
const remove = () => rm(folder, { recursive: true, force: true });
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => remove().finally(() => process.exit(130)));
}
try {
  const files = Object.values(writePublication(folder, SEED)).flat();
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const megabytes = sizes.reduce((sum, size) => sum + size, 0) / 1e6;
  console.log(`${files.length} files, ${megabytes.toFixed(0)} MB; ${availableParallelism()} processors\n`);
  const ours: Run[] = [];
  const theirs: Run[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(runOf("import-ours.ts", files));
    theirs.push(runOf("import-duckdb.ts", files));
  }
  console.log(
    [
      `medians of ${ROUNDS}, peaks`.padEnd(32),
      "time".padEnd(16),
      "memory".padEnd(16),
      "read".padEnd(16),
      "budget",
    ].join(""),
  );
  print("importFiles, mending included", ours, "1000 MB");
  print("DuckDB read_csv, no mending", theirs, "");
  const ratios = ours.map((run, round) => run.seconds / theirs[round]!.seconds);
  console.log(`\nratio of times, median: ${median(ratios).toFixed(2)}, budget 1.00`);
  const told = Object.entries(ours[0]!.told).map(([name, value]) => `${name} ${value}`);
  console.log(`importFiles made of them: ${told.join(", ")}`);
} finally {
  await remove();
}
