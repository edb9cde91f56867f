import type { QualityReason } from "../activity/dataset.ts";
import { printableBytes } from "./printable.ts";

/** Why a line cannot be read. Reasons of place are the mender's RefusalCode. */
export type RejectionCode =
  | "WRONG_FIELD_COUNT"
  | "TRUNCATED_LINE"
  | "BAD_QUOTES"
  | "CONTROL_CHARACTER"
  | "LINE_TOO_LONG"
  | "REPEATED_HEADER"
  | "BAD_DATE"
  | "DATE_OUT_OF_RANGE"
  | "BAD_PINCODE"
  | "BAD_COUNT"
  | "NEGATIVE_COUNT"
  | "COUNT_TOO_LARGE";

/** What each reason means and what would be right; shown beside its count. */
export const MEANINGS: Readonly<Record<string, string>> = {
  WRONG_FIELD_COUNT: "not as many fields as the header",
  TRUNCATED_LINE: "the file ends amid this line",
  BAD_QUOTES: "a quote is not closed on its line, or text stands beside a quoted field",
  CONTROL_CHARACTER: "a name holds NUL or another control character",
  LINE_TOO_LONG: "longer than 4,096 bytes",
  REPEATED_HEADER: "the header again, amid the rows",
  BAD_DATE: "not a date of the calendar as DD-MM-YYYY",
  DATE_OUT_OF_RANGE: "not between 29-09-2010 and 31-12-2099",
  BAD_PINCODE: "not six digits, the first 1 to 9",
  BAD_COUNT: "a count is no whole number in digits",
  NEGATIVE_COUNT: "a count is below zero",
  COUNT_TOO_LARGE: "a count is above 2,147,483,647",
  UNKNOWN_STATE: "the state is none, and the pincode tells none",
  UNKNOWN_DISTRICT: "the district is none of its state, and the pincode tells none",
  AMBIGUOUS_DISTRICT: "the district could be several, and the pincode does not tell which",
};

/** An example as it is shown: file, line number, and the line made safe. */
export function exampleOf(file: string, line: number, bytes: Uint8Array): string {
  return `${file}:${line}: ${printableBytes(bytes)}`;
}

/** Lines turned away, counted by reason, the first of each reason as its example. */
export class Rejections {
  readonly #reasons = new Map<string, { rows: number; example: string | null }>();
  total = 0;

  add(code: string, rows: number, example: () => string | null): void {
    this.total += rows;
    const known = this.#reasons.get(code);
    if (known === undefined) this.#reasons.set(code, { rows, example: example() });
    else known.rows += rows;
  }

  addAll(reasons: readonly QualityReason[]): void {
    for (const { code, rows, example } of reasons) this.add(code, rows, () => example);
  }

  /** Most frequent first; ties by code. */
  list(): QualityReason[] {
    return [...this.#reasons]
      .map(([code, reason]) => ({ code, ...reason }))
      .toSorted((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1));
  }
}
