import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Fault } from "../fault.ts";
import { loadGazetteer } from "../places/gazetteer.ts";
import { readSnapshot, type Snapshot } from "../snapshot/read.ts";
import { currentVersion } from "../snapshot/versions.ts";
import { type Arguments, readArguments, USAGE } from "./arguments.ts";
import { encodeCsv } from "./csv.ts";
import { FORMATS } from "./formats.ts";
import type { Frame } from "./frame.ts";
import { withProgress } from "./progress.ts";
import { explainFailure, type Output, save } from "./save.ts";
import { snapshotFrame } from "./snapshot-frame.ts";

const NOTHING_WRITTEN = 1;
const STOPPED = 130;

async function openSnapshot(dataDir: string): Promise<Snapshot> {
  const version = await currentVersion(dataDir);
  if (version !== null) return readSnapshot(dataDir, version);
  const advice =
    "set DATA_DIR to a folder that holds one, or make one by `npm run import -- PATH` or `npm run sample`";
  throw new Fault("DATA_NOT_READY", `${dataDir} holds no snapshot: ${advice}.`);
}

function outputsOf(frame: Frame, { format, out, headerComments }: Arguments): Output[] {
  const chunks = format === "csv" ? encodeCsv(frame, { headerComments }) : FORMATS[format].encode(frame);
  const about = Buffer.from(`${JSON.stringify(Object.fromEntries(frame.about), null, 2)}\n`);
  const sidecar = { path: `${out}.meta.json`, chunks: [about] };
  return FORMATS[format].tellsAbout || out === "-"
    ? [{ path: out, chunks }]
    : [{ path: out, chunks }, sidecar];
}

/** Writes to standard output; whether all of it was taken. A reader that has read enough is no failure. */
async function print({ chunks }: Output, signal: AbortSignal): Promise<boolean> {
  try {
    await pipeline(Readable.from(chunks), process.stdout, { end: false, signal });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EPIPE") return false;
    throw explainFailure("Standard output", error);
  }
}

/** Runs the export as the command line says; the exit code. */
async function run(argv: readonly string[], signal: AbortSignal): Promise<number> {
  if (argv.includes("--help")) {
    process.stdout.write(USAGE);
    return 0;
  }
  const args = readArguments(argv);
  const snapshot = await openSnapshot(resolve(process.env.DATA_DIR || ".data"));
  const { rows, source, version } = snapshot.manifest;
  const frame = withProgress(snapshotFrame(snapshot, loadGazetteer()), rows, process.stderr);
  const outputs = outputsOf(frame, args);
  if (args.out === "-") {
    if (!(await print(outputs[0]!, signal))) return 0;
  } else await save(outputs, { force: args.force, signal });
  const what = source === "SAMPLE" ? "sample data, invented" : "official data";
  const where = args.out === "-" ? "standard output" : outputs.map(({ path }) => path).join(", ");
  process.stderr.write(
    `export: ${rows.toLocaleString("en-IN")} rows of version ${version} (${what}) to ${where}\n`,
  );
  return 0;
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
try {
  process.exitCode = await run(process.argv.slice(2), stop.signal);
} catch (error) {
  const told = error instanceof Fault ? error.message : `failed: ${(error as Error).stack}`;
  process.stderr.write(`export: ${stop.signal.aborted ? "stopped; nothing was written." : told}\n`);
  process.exitCode = stop.signal.aborted ? STOPPED : NOTHING_WRITTEN;
}
