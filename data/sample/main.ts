import { parseArgs } from "node:util";
import { Fault } from "../fault.ts";
import { layout } from "../snapshot/layout.ts";
import { readKept } from "../snapshot/prune.ts";
import { writeSample } from "./ensure.ts";
import { DEFAULT_SEED } from "./make.ts";

const USAGE = `Makes the sample dataset and makes it the current snapshot.

  npm run sample -- [--out DIR] [--seed N] [--rows-factor N]

  --out DIR          data folder (default: DATA_DIR, else ./.data)
  --seed N           whole number (default: ${DEFAULT_SEED})
  --rows-factor N    1 … 50 times the rows, each further year dated one year earlier (default: 1)`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: "string", default: process.env.DATA_DIR ?? ".data" },
      seed: { type: "string", default: String(DEFAULT_SEED) },
      "rows-factor": { type: "string", default: "1" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const version = await writeSample(values.out, {
    seed: Number(values.seed),
    rowsFactor: Number(values["rows-factor"]),
    kept: readKept(process.env.SNAPSHOTS_KEPT),
    ...(process.stderr.isTTY ? { onProgress: showBar } : {}),
  });
  console.log(`${values.out}: sample snapshot ${version}; labels in ${layout.planted(values.out, version)}`);
}

const WIDTH = 30;

function showBar(done: number, total: number): void {
  const filled = Math.floor((done / total) * WIDTH);
  const bar = "█".repeat(filled).padEnd(WIDTH, "░");
  process.stderr.write(`\rMaking the sample ${bar} ${done}/${total}${done === total ? "\n" : ""}`);
}

try {
  await main();
} catch (error) {
  const told = error instanceof Fault || (error instanceof TypeError && "code" in error);
  console.error(told ? `${error.message}\n\n${USAGE}` : error);
  process.exitCode = 1;
}
