import { parseDay } from "../activity/day.ts";
import { COUNTS_OF, DATASETS } from "../activity/metric.ts";
import type { Mender } from "../places/mender.ts";
import { HEADERS } from "./kinds.ts";

/** What the slow reader makes of files: for comparison in tests. */
export interface NaiveResult {
  /** As `rowsAsText` gives them, sorted by pincode, district and date. */
  readonly rows: string[];
  readonly rowsRead: number;
  readonly duplicates: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly sums: readonly number[];
}

function fieldsOf(line: string): string[] | null {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let field = "";
    const blanks = /^[ \t]*/.exec(line.slice(at))![0].length;
    if (line[at + blanks] === '"') {
      at += blanks + 1;
      for (;;) {
        if (at >= line.length) return null;
        if (line[at] !== '"') field += line[at++];
        else if (line[at + 1] === '"') {
          field += '"';
          at += 2;
        } else break;
      }
      at++;
      while (line[at] === " " || line[at] === "\t" || line[at] === "\r") at++;
    } else {
      while (at < line.length && line[at] !== ",") {
        if (line[at] === '"') return null;
        field += line[at++];
      }
    }
    fields.push(field);
    if (at === line.length) return fields;
    if (line[at++] !== ",") return null;
  }
}

const trimmed = (text: string): string => text.replace(/^[ \t]+|[ \t]+$/g, "");

function codeOf(fields: string[] | null, width: number): string | null {
  if (fields === null) return "BAD_QUOTES";
  if (fields.length !== width) return "WRONG_FIELD_COUNT";
  const [date, state, district, pincode, ...counts] = fields;
  if (date!.trim().toLowerCase() === "date") return "REPEATED_HEADER";
  const [dd, mm, yyyy] = trimmed(date!).split("-");
  if (!/^\d\d-\d\d-\d{4}$/.test(trimmed(date!)) || parseDay(`${yyyy}-${mm}-${dd}`) === null)
    return "BAD_DATE";
  const iso = `${yyyy}-${mm}-${dd}`;
  if (iso < "2010-09-29" || iso > "2099-12-31") return "DATE_OUT_OF_RANGE";
  if ([...state!, ...district!].some((character) => character < " " && character !== "\t")) {
    return "CONTROL_CHARACTER";
  }
  if (!/^[1-9][0-9]{5}$/.test(trimmed(pincode!))) return "BAD_PINCODE";
  for (const count of counts.map(trimmed)) {
    if (/^-[0-9]+$/.test(count)) return "NEGATIVE_COUNT";
    if (!/^[0-9]+$/.test(count)) return "BAD_COUNT";
    if (BigInt(count) >= 2n ** 31n) return "COUNT_TOO_LARGE";
  }
  return null;
}

/** Reads files of headers in the published order by splitting strings, keeping every line in a set. */
export function readNaively(files: readonly Uint8Array[], mend: Mender): NaiveResult {
  const cells = new Map<string, number[]>();
  const seen = new Set<string>();
  const rejected: Record<string, number> = {};
  const sums = [0, 0, 0, 0, 0, 0, 0];
  let rowsRead = 0;
  let duplicates = 0;
  const reject = (code: string) => {
    rejected[code] = (rejected[code] ?? 0) + 1;
  };
  for (const file of files) {
    const lines = Buffer.from(file).toString("latin1").split("\n");
    const header = lines.shift()!.replace("\xef\xbb\xbf", "").trim();
    const dataset = DATASETS.findIndex((kind) => HEADERS[kind].join() === header);
    const width = HEADERS[DATASETS[dataset]!].length;
    for (const [index, raw] of lines.entries()) {
      const line = raw.replace(/\r$/, "");
      if (line.length > 4096) {
        rowsRead++;
        reject("LINE_TOO_LONG");
        continue;
      }
      if (line.trim() === "") continue;
      rowsRead++;
      const fields = fieldsOf(line);
      const code = codeOf(fields, width);
      if (code !== null) {
        reject(index === lines.length - 1 ? "TRUNCATED_LINE" : code);
        continue;
      }
      const [date, state, district, pincode, ...texts] = fields!;
      const counts = texts.map(Number);
      const line7 = JSON.stringify([dataset, trimmed(date!), state, district, trimmed(pincode!), counts]);
      if (seen.has(line7)) {
        duplicates++;
        continue;
      }
      seen.add(line7);
      const utf8 = (text: string) => Buffer.from(text, "latin1").toString("utf8");
      const mended = mend(utf8(state!), utf8(district!), trimmed(pincode!));
      if ("refused" in mended) {
        reject(mended.refused);
        continue;
      }
      const iso = trimmed(date!).split("-").toReversed().join("-");
      const key = [trimmed(pincode!), mended.district, iso].join(" ");
      const cell = cells.get(key) ?? [0, 0, 0, 0, 0, 0, 0, 0];
      cell[0] = cell[0]! | (1 << dataset);
      COUNTS_OF[DATASETS[dataset]!].forEach((column, count) => {
        cell[column + 1] = cell[column + 1]! + counts[count]!;
        sums[column] = sums[column]! + counts[count]!;
      });
      cells.set(key, cell);
    }
  }
  const rows = [...cells]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, cell]) => {
      const [pincode, district, iso] = key.split(" ");
      return [iso, district, pincode, ...cell].join(" ");
    });
  return { rows, rowsRead, duplicates, rejected, sums };
}
