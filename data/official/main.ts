import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Fault } from "../fault.ts";
import { loadGazetteer } from "../places/gazetteer.ts";
import { pruneSnapshots, readKept } from "../snapshot/prune.ts";
import { writeSnapshot } from "../snapshot/write.ts";
import { addedText } from "./added.ts";
import { readArguments, USAGE } from "./arguments.ts";
import { loadBase } from "./base.ts";
import { whyDenied } from "./discover.ts";
import { mendsAsCsv } from "./explain.ts";
import { importFiles } from "./import.ts";
import { encodeLedger } from "./ledger-file.ts";
import { committedMender } from "./mender.ts";
import { printable } from "./printable.ts";
import { progressOn } from "./progress.ts";
import { reportText } from "./report.ts";

const NOTHING_WRITTEN = 1;
const SOME_NOT_TAKEN = 2;

/** Runs the import as the command line says; the exit code. */
async function run(argv: readonly string[]): Promise<number> {
  if (argv.includes("--help")) {
    process.stdout.write(USAGE);
    return 0;
  }
  const dataDir = resolve(process.env.DATA_DIR || ".data");
  const { paths, add, explain } = await readArguments(argv, dataDir);
  const kept = readKept(process.env.SNAPSHOTS_KEPT);
  const base = add ? await loadBase(dataDir) : null;
  const progress = progressOn(process.stderr);
  const result = await importFiles(paths, {
    mend: committedMender(),
    onProgress: (now) => progress.update(now),
    ...(base && { onto: base.ledger }),
  }).finally(() => progress.stop());
  process.stdout.write(reportText(result, loadGazetteer()));
  if (base !== null) process.stdout.write(addedText(result, base));
  if (explain !== null) {
    await mkdir(dirname(explain), { recursive: true });
    await writeFile(explain, mendsAsCsv(result.mends));
    process.stdout.write(`Names and their places: ${printable(explain, 400)}\n`);
  }
  const { rows, quality } = result;
  if (base !== null && result.files.length === 0) {
    process.stdout.write(`Snapshot: ${base.version} in ${printable(dataDir, 400)}, as it was\n`);
    return result.refused.length === 0 ? 0 : NOTHING_WRITTEN;
  }
  if (rows.date.length === 0) {
    process.stderr.write("import: no line could be kept; no snapshot was written.\n");
    return NOTHING_WRITTEN;
  }
  const publishedAt = new Date().toISOString();
  const about = { source: "OFFICIAL", publishedAt, quality } as const;
  const ledger = encodeLedger(result.ledger);
  const version = await writeSnapshot(dataDir, rows, about, {
    ledger,
    ...(base && { follows: base.version }),
  });
  process.stdout.write(`Snapshot: ${version} in ${printable(dataDir, 400)}\n`);
  const removed = await pruneSnapshots(dataDir, kept);
  if (removed.length > 0) process.stdout.write(`Older snapshots removed: ${removed.join(", ")}\n`);
  return result.refused.length === 0 ? 0 : SOME_NOT_TAKEN;
}

/** What went wrong, in words where the mistake can be mended by who ran the command. */
function explanation(error: unknown): string {
  if (error instanceof Fault) return error.message;
  const { path, stack } = error as NodeJS.ErrnoException;
  return path === undefined ? `failed: ${stack}` : `${printable(path, 400)}: ${whyDenied(error)}.`;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`import: ${explanation(error)}\n`);
  process.exitCode = NOTHING_WRITTEN;
}
