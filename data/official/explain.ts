import { quoteField } from "./fields.ts";
import type { MendRecord } from "./outcome.ts";

/** First line of a list of mends. */
export const MENDS_HEADER = "state,district,pincode,place,step,rows";

/** A cell that a spreadsheet cannot take for a formula. */
function cell(text: string): string {
  return quoteField(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
}

/**
 * Every published (state, district, pincode) with the place it was brought to, as CSV; `step` tells how, or
 * why it was refused, `rows` how many lines bear it. Cells that begin with = + - @ are led by an apostrophe.
 */
export function* mendsAsCsv(mends: readonly MendRecord[]): Generator<string> {
  yield `${MENDS_HEADER}\n`;
  for (const { state, district, pincode, place, step, rows } of mends) {
    yield `${[state, district, pincode, place ?? "", step].map(cell).join(",")},${rows}\n`;
  }
}
