// `npm run bench:import`: official files of the size of a year's publication, read, mended and summed by importFiles,
// beside DuckDB's read_csv of the same files. Prints, asserts nothing.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./median.ts";
import { writePublication } from "./publication.ts";

const ROUNDS = 5;
const SEED = 2025;

interface Run {
  readonly seconds: number;
  /** Of all threads. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly lines: number;
  readonly told: Readonly<Record<string, number>>;
}

const runOf = (script: string, files: readonly string[]): Run =>
  JSON.parse(
    execFileSync(process.execPath, [join(import.meta.dirname, script), ...files], { encoding: "utf8" }),
  );

const line = (cells: readonly string[]) =>
  console.log([cells[0]!.padEnd(32), ...cells.slice(1).map((cell) => cell.padEnd(12))].join("").trimEnd());

function print(what: string, runs: readonly Run[]): void {
  const times = runs.map((run) => run.seconds);
  const cpu = median(runs.map((run) => run.cpuSeconds));
  const peak = Math.max(...runs.map((run) => run.peakMegabytes));
  const seconds = [median(times), Math.min(...times), cpu].map((value) => `${value.toFixed(2)} s`);
  line([what, ...seconds, `${peak.toFixed(0)} MB`, `${runs[0]!.lines}`]);
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
  const machine = `${availableParallelism()} processors, load average ${loadavg()[0]!.toFixed(1)}`;
  console.log(`${files.length} files, ${megabytes.toFixed(0)} MB; ${machine}\n`);
  const ours: Run[] = [];
  const theirs: Run[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(runOf("import-ours.ts", files));
    theirs.push(runOf("import-duckdb.ts", files));
  }
  line([`${ROUNDS} runs each, in turn`, "median", "fastest", "all cores", "peak", "lines read"]);
  print("importFiles, mending included", ours);
  print("DuckDB read_csv, no mending", theirs);
  const ratios = ours.map((run, round) => run.seconds / theirs[round]!.seconds);
  console.log(`\nratio of times, median: ${median(ratios).toFixed(2)} (budget 1.00); memory budget 1000 MB`);
  const told = Object.entries(ours[0]!.told).map(([name, value]) => `${name} ${value}`);
  console.log(`importFiles made of them: ${told.join(", ")}`);
} finally {
  await remove();
}
