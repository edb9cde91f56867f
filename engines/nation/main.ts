// `npm run engines`: runs the engines on the current snapshot of DATA_DIR and keeps what they find with it.
import { SingleBar } from "cli-progress";
import { Fault } from "../../data/fault.ts";
import { openStore } from "../../data/open.ts";
import { keepResults, makeResults, readResults } from "./keep.ts";

const dataDir = process.argv[2] ?? process.env.DATA_DIR ?? ".data";

async function main(): Promise<void> {
  const store = await openStore(dataDir);
  if (store === null)
    throw new Fault(
      "DATA_NOT_READY",
      `${dataDir} holds no snapshot: run npm run import or npm run sample first.`,
    );
  const { version } = store.dataset;
  const kept = await readResults(dataDir, store);
  const format = "{stage} {bar} {percentage} % | {eta_formatted} left";
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true });
  const stages = { watch: "Watching   ", forecast: "Forecasting" } as const;
  let stage: keyof typeof stages | null = null;
  const results =
    kept ??
    (await makeResults(store, (now, done, total) => {
      if (stage !== now) {
        bar.stop();
        bar.start(total, 0, { stage: stages[now] });
      }
      stage = now;
      bar.update(done, { stage: stages[now] });
    }));
  bar.stop();
  if (kept === null) await keepResults(dataDir, store, results);
  const { findings, judged } = results.watched;
  console.log(
    `${version}: ${findings.length} findings in ${judged} judged days of series${kept ? ", as kept" : ""}`,
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Fault ? error.message : error);
  process.exitCode = 1;
}
