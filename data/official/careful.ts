import { reportDay } from "./dates.ts";
import { quoteField, splitFields } from "./fields.ts";
import { HEADERS, type Layout } from "./kinds.ts";
import { LINE_LIMIT } from "./lines.ts";
import type { RejectionCode } from "./rejections.ts";

/** The largest count one line may carry. */
export const MAX_COUNT = 2 ** 31 - 1;

export interface Reading {
  /** `state,district,pincode`, each byte one character; quoted only where a name holds a comma or a quote. */
  readonly key: string;
  readonly day: number;
  readonly counts: readonly number[];
}

const DATE = /^[ \t]*(\d\d)-(\d\d)-(\d{4})[ \t]*$/;
const PINCODE = /^[ \t]*([1-9]\d{5})[ \t]*$/;
const COUNT = /^[ \t]*(\d+)[ \t]*$/;
const NEGATIVE = /^[ \t]*-\d+[ \t]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\x00-\x08\x0a-\x1f]/;

function dayOrCode(text: string): number | RejectionCode {
  const parts = DATE.exec(text);
  if (parts === null) return "BAD_DATE";
  const day = reportDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day >= 0) return day;
  return day === -1 ? "BAD_DATE" : "DATE_OUT_OF_RANGE";
}

function countOrCode(text: string): number | RejectionCode {
  const digits = COUNT.exec(text);
  if (digits === null) return NEGATIVE.test(text) ? "NEGATIVE_COUNT" : "BAD_COUNT";
  const count = Number(digits[1]);
  return count > MAX_COUNT ? "COUNT_TOO_LARGE" : count;
}

/**
 * Reads one line of whatever shape, slowly. Dates, pincodes and counts are taken by their value, blanks
 * around them dropped; names are taken byte for byte, blanks included.
 *
 * @param line the line without its LF, each byte one character (Latin-1)
 * @returns the reading, why there is none, or null where the line is blank and hence no row
 */
export function readLine(line: string, layout: Layout): Reading | RejectionCode | null {
  const text = line.endsWith("\r") ? line.slice(0, -1) : line;
  if (text.length > LINE_LIMIT) return "LINE_TOO_LONG";
  if (text.trim() === "") return null;
  const fields = splitFields(text);
  if (fields === null) return "BAD_QUOTES";
  const columns = HEADERS[layout.dataset];
  if (fields.length !== columns.length) return "WRONG_FIELD_COUNT";
  const [date, state, district, pincode, ...counts] = layout.positions.map((at) => fields[at]!);
  if (date!.trim().toLowerCase() === columns[0]) return "REPEATED_HEADER";
  const day = dayOrCode(date!);
  if (typeof day === "string") return day;
  if (CONTROL.test(state!) || CONTROL.test(district!)) return "CONTROL_CHARACTER";
  const digits = PINCODE.exec(pincode!);
  if (digits === null) return "BAD_PINCODE";
  const values: number[] = [];
  for (const count of counts) {
    const value = countOrCode(count);
    if (typeof value === "string") return value;
    values.push(value);
  }
  return { key: `${quoteField(state!)},${quoteField(district!)},${digits[1]}`, day, counts: values };
}
