import { formatDay } from "../activity/day.ts";
import type { Batch, Column, Frame } from "./frame.ts";

export interface CsvOptions {
  /** Whether lines `# key: value` of what the frame says about itself stand before the header; off unless asked. */
  readonly headerComments?: boolean;
}

/** What a spreadsheet takes for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** A cell of text: led by an apostrophe where a spreadsheet would run it, quoted where it must be. */
export function textCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return safe === "" || NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function dateCells(): (day: number) => string {
  const cells = new Map<number, string>();
  return (day) => {
    const known = cells.get(day);
    if (known !== undefined) return known;
    const cell = formatDay(day);
    cells.set(day, cell);
    return cell;
  };
}

function cellsOf(column: Column): (value: number) => string {
  if (column.kind === "date") return dateCells();
  if (column.kind !== "text") return String;
  const cells = column.dictionary.map(textCell);
  return (code) => cells[code]!;
}

/** A comment stays on its line whatever the value. */
const comment = ([key, value]: readonly [string, string]): string =>
  `# ${key}: ${value.replaceAll(/[\r\n]+/g, " ")}\n`;

function linesOf(batch: Batch, cells: readonly ((value: number) => string)[]): string {
  const last = cells.length - 1;
  let lines = "";
  for (let row = 0; row < batch.length; row++) {
    for (let column = 0; column <= last; column++) {
      const value = batch.values[column]![row]!;
      if (!Number.isNaN(value)) lines += cells[column]!(value);
      lines += column === last ? "\n" : ",";
    }
  }
  return lines;
}

/**
 * The frame as CSV (RFC 4180 with "\n", UTF-8, one header line): dates as YYYY-MM-DD, an absent value as an empty
 * cell, an empty text as `""`. Text that begins with = + - @ tab or CR is led by an apostrophe; numbers are not.
 */
export async function* encodeCsv(frame: Frame, options: CsvOptions = {}): AsyncGenerator<Uint8Array> {
  const comments = options.headerComments ? [...frame.about].map(comment).join("") : "";
  const header = frame.columns.map(({ name }) => textCell(name)).join(",");
  yield Buffer.from(`${comments}${header}\n`);
  const cells = frame.columns.map(cellsOf);
  for await (const batch of frame.batches) yield Buffer.from(linesOf(batch, cells));
}
