// `npm run bench:stats`: every kind of stats question beside DuckDB in this process, at the sample's size and at ten
// times it, in turn. Prints, asserts nothing.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { openStore } from "../data/open.ts";
import { median, quantile } from "./median.ts";
import { residentMegabytes, startService } from "./service.ts";
import { type Question, questionsFor } from "./stats-questions.ts";

const ROUNDS = 31;
const FACTORS = [1, 10];

interface Times {
  readonly p50: number;
  readonly p95: number;
}

const timesOf = (times: readonly number[]): Times => ({
  p50: median(times),
  p95: quantile(times, 0.95),
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function openDuckDB(parquet: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE activity AS FROM '${parquet.replaceAll("'", "''")}'`);
  return connection;
}

const line = (cells: readonly string[]) =>
  console.log([cells[0]!.padEnd(40), ...cells.slice(1).map((cell) => cell.padStart(10))].join(""));

async function compare(
  ours: (question: Question) => Promise<unknown>,
  theirs: (question: Question) => Promise<unknown>,
  question: Question,
): Promise<Times> {
  const [own, peer]: number[][] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    own!.push(await timed(() => ours(question)));
    peer!.push(await timed(() => theirs(question)));
  }
  const [mine, duckdb] = [timesOf(own!), timesOf(peer!)];
  line([
    question.what,
    ...[mine.p50, mine.p95, duckdb.p50, duckdb.p95].map((value) => value.toFixed(2)),
    (mine.p50 / duckdb.p50).toFixed(3),
    question.budget === null ? "" : String(question.budget),
  ]);
  return mine;
}

const folder = await mkdtemp(join(tmpdir(), "pulse-bench-stats-"));
const remove = () => rm(folder, { recursive: true, force: true });
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => remove().finally(() => process.exit(130)));
}
const run = (script: string, args: readonly string[], dataDir: string) =>
  execFileSync(process.execPath, [script, ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: "ignore",
  });
try {
  console.log(`${availableParallelism()} processors, load average ${loadavg()[0]!.toFixed(1)}; milliseconds`);
  const mine = new Map<number, Times[]>();
  for (const factor of FACTORS) {
    const dataDir = join(folder, String(factor));
    const parquet = join(folder, `${factor}.parquet`);
    run("data/sample/main.ts", ["--rows-factor", String(factor)], dataDir);
    run("data/export/main.ts", [parquet], dataDir);
    const service = await startService("server/main.ts", "/ready", { DATA_DIR: dataDir });
    const memory = residentMegabytes(service.pid);
    await service.stop();
    const store = (await openStore(dataDir))!;
    const duckdb = await openDuckDB(parquet);
    console.log(
      `\n${store.dataset.rows} rows; the service holds ${memory.now.toFixed(0)} MB (budget ${factor === 1 ? 400 : 2000})`,
    );
    line(["question", "p50", "p95", "DuckDB p50", "p95", "ratio", "budget"]);
    const times: Times[] = [];
    for (const question of questionsFor(store)) {
      times.push(
        await compare(
          ({ query }) => store.stats(query),
          ({ sql }) => duckdb.runAndReadAll(sql),
          question,
        ),
      );
    }
    mine.set(factor, times);
    duckdb.closeSync();
  }
  const [small, large] = FACTORS.map((factor) => mine.get(factor)!);
  const growth = median(large!.map(({ p50 }, at) => p50 / small![at]!.p50));
  console.log(
    `\nten times the rows, our own time against the first: median ${growth.toFixed(2)} (budget 1.5)`,
  );
} finally {
  await remove();
}
