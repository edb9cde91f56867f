import { extname } from "node:path";
import { parseArgs } from "node:util";
import { Fault } from "../fault.ts";
import { FORMAT_NAMES, type FormatName, isFormatName } from "./formats.ts";

export const USAGE = `Usage: npm run export -- [--format parquet|csv|arrow] [--force] [--header-comments] OUT

Writes DATA_DIR's (./.data unless set) current snapshot, whole, to the file OUT, or to standard output where
OUT is - (then run npm with --silent). A CSV file gets version, source, licence and citation beside it in
OUT.meta.json; Parquet and Arrow carry them.

  --format           parquet, csv or arrow (Arrow IPC stream); unless given, what OUT's name ends with
  --force            replace OUT if it is there
  --header-comments  CSV alone: the same lines, each led by #, above the header

Exit code: 0 written; 1 nothing was written; 130 stopped, nothing was written.
`;

export interface Arguments {
  readonly format: FormatName;
  /** A path, or "-" for standard output. */
  readonly out: string;
  readonly force: boolean;
  readonly headerComments: boolean;
}

const wrong = (what: string): Fault => new Fault("BAD_USER_INPUT", `${what}\n\n${USAGE}`);

const OPTIONS = {
  format: { type: "string" },
  force: { type: "boolean", default: false },
  "header-comments": { type: "boolean", default: false },
} as const;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw wrong((error as Error).message);
  }
}

/**
 * Reads the command line.
 * @throws Fault BAD_USER_INPUT saying which argument is wrong, with the usage
 */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  const [out, ...more] = positionals;
  if (out === undefined || out === "") throw wrong("Name the file to write, or - for standard output.");
  if (more.length > 0) throw wrong(`Name one file to write; ${more.length + 1} were given.`);
  const format = values.format ?? extname(out).slice(1).toLowerCase();
  if (!isFormatName(format)) {
    const asked =
      values.format === undefined ? `${out} does not end with a known format` : `${format} is no format`;
    throw wrong(`${asked}; --format takes ${FORMAT_NAMES.join(", ")}.`);
  }
  const headerComments = values["header-comments"];
  if (headerComments && format !== "csv")
    throw wrong(`--header-comments is for CSV; ${format} carries them itself.`);
  return { format, out, force: values.force, headerComments };
}
