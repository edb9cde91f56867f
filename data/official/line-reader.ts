import { readLine } from "./careful.ts";
import { reportDay } from "./dates.ts";
import { HEADERS, type Layout } from "./kinds.ts";
import { LINE_LIMIT, type LineSink } from "./lines.ts";
import { fold } from "./names.ts";
import type { CountPacking } from "./packing.ts";
import { fileAndDay, type Records } from "./records.ts";
import { exampleOf, type RejectionCode, Rejections } from "./rejections.ts";
import type { Spellings } from "./spellings.ts";

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const DASH = 45;
const ZERO = 48;
/** Shortest line the quick reading can take: eleven bytes of date, six of pincode, five commas and ends. */
const SHORTEST = 22;
/** Counts of more digits are left to the careful reading, which knows the largest. */
const QUICK_DIGITS = 9;

/** Two digits as a number; not 0..99 where one of them is none. */
function twoDigits(tens: number, ones: number): number {
  const a = tens - ZERO;
  const b = ones - ZERO;
  return a >>> 0 > 9 || b >>> 0 > 9 ? -1 : 10 * a + b;
}

/** The day of DD-MM-YYYY at bytes[at]; below zero where there is none. */
function dayAt(bytes: Uint8Array, at: number): number {
  if (bytes[at + 2] !== DASH || bytes[at + 5] !== DASH) return -1;
  const century = twoDigits(bytes[at + 6]!, bytes[at + 7]!);
  const year = twoDigits(bytes[at + 8]!, bytes[at + 9]!);
  if (century < 0 || year < 0) return -1;
  const date = twoDigits(bytes[at]!, bytes[at + 1]!);
  return reportDay(date, twoDigits(bytes[at + 3]!, bytes[at + 4]!), 100 * century + year);
}

/** The pincode at bytes[at]; 0 where the six bytes are no pincode. */
function pincodeAt(bytes: Uint8Array, at: number): number {
  let pincode = 0;
  for (let end = at + 6; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit >>> 0 > 9) return 0;
    pincode = 10 * pincode + digit;
  }
  return pincode >= 100_000 ? pincode : 0;
}

/** Reads the lines of one file, past its header, into records and rejections. */
export class LineReader implements LineSink {
  /** The layout of the file's lines. */
  readonly layout: Layout;
  readonly rejections = new Rejections();
  rowsRead = 0;
  readonly #file: number;
  readonly #name: string;
  readonly #spellings: Spellings;
  readonly #records: Records;
  readonly #packing: CountPacking;
  readonly #third: boolean;
  #lastDate = 0;
  #lastYear = 0;
  #lastDay = -1;
  #lastName = -1;
  #lastStart = 0;
  #lastEnd = 0;
  #line: number;

  /**
   * @param file index of the file among those imported
   * @param name what the file is called in examples
   * @param line number of the last line read before
   */
  constructor(
    layout: Layout,
    file: number,
    name: string,
    line: number,
    spellings: Spellings,
    records: Records,
  ) {
    this.layout = layout;
    this.#file = file;
    this.#name = name;
    this.#line = line;
    this.#spellings = spellings;
    this.#records = records;
    this.#packing = records.packing;
    this.#third = HEADERS[layout.dataset].length === 7;
  }

  lines(bytes: Buffer, from: number, to: number, cut: boolean): void {
    const quick = this.layout.published;
    for (let at = from; at < to; ) {
      this.#line++;
      const next = quick ? this.#quickly(bytes, at, to) : 0;
      if (next !== 0) {
        at = next;
        continue;
      }
      const end = bytes.indexOf(LF, at);
      this.#carefully(bytes, at, end, cut);
      at = end + 1;
    }
  }

  longLine(beginning: Buffer): void {
    this.#line++;
    this.rowsRead++;
    this.#reject("LINE_TOO_LONG", beginning);
  }

  /**
   * Reads one line as almost all are published, without making a string of it.
   * @returns where the next line starts; 0, with nothing done, where the line is not of that shape
   */
  #quickly(bytes: Buffer, start: number, to: number): number {
    if (to - start < SHORTEST) return 0;
    const day = this.#dayAt(bytes, start);
    if (day < 0 || bytes[start + 10] !== COMMA) return 0;

    const names = start + 11;
    let at = this.#pastLastNames(bytes, names, to);
    let name = this.#lastName;
    let folded = 0;
    if (at === 0) {
      at = names;
      name = -1;
      folded = this.#spellings.names.seed;
      for (let commas = 0; commas < 2; ) {
        const byte = bytes[at++]!;
        if (byte < SPACE || byte === QUOTE) return 0;
        if (byte === COMMA) commas++;
        folded = fold(folded, byte);
      }
    }
    const namesEnd = at;
    if (to - at < 10) return 0;
    const pincode = pincodeAt(bytes, at);
    if (pincode === 0) return 0;
    at += 6;
    if (bytes[at++] !== COMMA) return 0;
    let from = at;
    let a = 0;
    for (let digit = bytes[at]! - ZERO; digit >>> 0 <= 9; digit = bytes[++at]! - ZERO) a = 10 * a + digit;
    if (at === from || at - from > QUICK_DIGITS || bytes[at++] !== COMMA) return 0;
    from = at;
    let b = 0;
    for (let digit = bytes[at]! - ZERO; digit >>> 0 <= 9; digit = bytes[++at]! - ZERO) b = 10 * b + digit;
    if (at === from || at - from > QUICK_DIGITS) return 0;
    let c = 0;
    if (this.#third) {
      if (bytes[at++] !== COMMA) return 0;
      from = at;
      for (let digit = bytes[at]! - ZERO; digit >>> 0 <= 9; digit = bytes[++at]! - ZERO) c = 10 * c + digit;
      if (at === from || at - from > QUICK_DIGITS) return 0;
    }
    const end = at;
    if (bytes[at] === CR) at++;
    if (bytes[at] !== LF || end - start > LINE_LIMIT) return 0;

    if (name === -1) {
      name = this.#spellings.names.idOf(bytes, names, namesEnd, folded);
      this.#lastName = name;
      this.#lastStart = this.#spellings.names.start(name);
      this.#lastEnd = this.#spellings.names.end(name);
    }
    let spelling = this.#spellings.find(name, pincode);
    if (spelling === -1) {
      const line = bytes.subarray(start, end);
      spelling = this.#spellings.add(name, pincode, { file: this.#file, line: this.#line, bytes: line });
    }
    this.rowsRead++;
    const counts = this.#third ? this.#packing.packThree(a, b, c) : this.#packing.packTwo(a, b);
    this.#records.add(spelling, fileAndDay(this.#file, day), counts);
    return at + 1;
  }

  /**
   * Compares the names at bytes[at] with the last line's: files are sorted by them within a date.
   * @returns where the pincode starts if they are the same; else 0
   */
  #pastLastNames(bytes: Buffer, at: number, to: number): number {
    const known = this.#spellings.names.bytes;
    const end = this.#lastEnd;
    let mine = this.#lastStart;
    if (mine === end || at + end - mine > to) return 0;
    while (mine < end && known[mine] === bytes[at]) {
      mine++;
      at++;
    }
    return mine === end ? at : 0;
  }

  /** The day of the date at bytes[at]. Files are sorted by date: most lines bear the last one's. */
  #dayAt(bytes: Uint8Array, at: number): number {
    const date = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 3]! << 8) | bytes[at + 4]!;
    const year = (bytes[at + 6]! << 24) | (bytes[at + 7]! << 16) | (bytes[at + 8]! << 8) | bytes[at + 9]!;
    const same = date === this.#lastDate && year === this.#lastYear;
    if (same && bytes[at + 2] === DASH && bytes[at + 5] === DASH) return this.#lastDay;
    const day = dayAt(bytes, at);
    if (day >= 0) {
      this.#lastDate = date;
      this.#lastYear = year;
      this.#lastDay = day;
    }
    return day;
  }

  #carefully(bytes: Buffer, start: number, end: number, cut: boolean): void {
    const reading = readLine(bytes.toString("latin1", start, end), this.layout);
    if (reading === null) return;
    this.rowsRead++;
    const line = bytes.subarray(start, end);
    if (typeof reading === "string") {
      this.#reject(cut && reading !== "LINE_TOO_LONG" ? "TRUNCATED_LINE" : reading, line);
      return;
    }
    const spelling = this.#spellings.idOf(reading.key, { file: this.#file, line: this.#line, bytes: line });
    const [a, b, c] = reading.counts;
    const counts = c === undefined ? this.#packing.packTwo(a!, b!) : this.#packing.packThree(a!, b!, c);
    this.#records.add(spelling, fileAndDay(this.#file, reading.day), counts);
  }

  #reject(code: RejectionCode, line: Uint8Array): void {
    this.rejections.add(code, 1, () => exampleOf(this.#name, this.#line, line));
  }
}
