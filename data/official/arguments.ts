import { open } from "node:fs/promises";
import { join } from "node:path";
import { Fault } from "../fault.ts";
import { MENDS_HEADER } from "./explain.ts";

export const USAGE = `Usage: npm run import -- [--add] [--explain [FILE]] PATH...

Reads official CSV files of enrolments, demographic and biometric updates (files, or folders searched for .csv
at any depth), writes a snapshot into DATA_DIR (./.data unless set) and prints a quality report.

  --add             add the files to the snapshot imported last, which they replace otherwise; files that are in
                    it already are skipped, lines that are in it already are counted as duplicates
  --explain [FILE]  also write the place every published name was brought to, and how, as CSV; FILE must be
                    new or such a list; without it the list goes to mends.csv in DATA_DIR

SNAPSHOTS_KEPT (3 unless set) is how many snapshots stay in DATA_DIR; older ones that nobody uses are removed.

Exit code: 0 all files were taken; 2 a snapshot was written, but some file was not taken; 1 nothing was written.
`;

export interface Arguments {
  readonly paths: readonly string[];
  /** Whether the files are added to the current snapshot. */
  readonly add: boolean;
  /** Where the list of mends goes; null where none is asked for. */
  readonly explain: string | null;
}

/** Whether the file may be written: it does not exist, or is a list of mends. */
async function isMendsFile(path: string): Promise<boolean> {
  try {
    const file = await open(path, "r");
    try {
      const start = Buffer.alloc(MENDS_HEADER.length);
      const { bytesRead } = await file.read(start, 0, start.length, 0);
      return bytesRead === start.length && start.toString() === MENDS_HEADER;
    } finally {
      await file.close();
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}

/**
 * Reads the command line. The argument after --explain is its FILE where that may be written, else a PATH:
 * no published file can be overwritten.
 * @throws Fault BAD_USER_INPUT where an option is unknown or no path is given
 */
export async function readArguments(argv: readonly string[], dataDir: string): Promise<Arguments> {
  const paths: string[] = [];
  let explain: string | null = null;
  let add = false;
  let afterExplain = false;
  for (const [index, argument] of argv.entries()) {
    if (argument === "--") {
      paths.push(...argv.slice(index + 1));
      break;
    }
    const [option, file] = /^(--explain)=(.+)$/.exec(argument)?.slice(1) ?? [argument];
    if (file !== undefined && !(await isMendsFile(file))) {
      throw new Fault(
        "BAD_USER_INPUT",
        `--explain would overwrite ${file}; name a file that is not there yet.`,
      );
    }
    if (option === "--explain") explain = file ?? join(dataDir, "mends.csv");
    else if (argument === "--add") add = true;
    else if (argument.startsWith("-"))
      throw new Fault("BAD_USER_INPUT", `${argument} is no option.\n\n${USAGE}`);
    else if (afterExplain && (await isMendsFile(argument))) explain = argument;
    else paths.push(argument);
    afterExplain = argument === "--explain";
  }
  if (paths.length === 0)
    throw new Fault("BAD_USER_INPUT", `No file or folder to import was given.\n\n${USAGE}`);
  return { paths, add, explain };
}
