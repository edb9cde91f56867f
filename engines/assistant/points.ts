import { type Day, partsOf } from "../../data/activity/day.ts";
import {
  backSpan,
  dateSpan,
  daySpan,
  fiscalSpan,
  monthSpan,
  partOf,
  quarterSpan,
  type TimeSpan,
  unitSpan,
  yearSpan,
} from "./spans-of-time.ts";
import type { Stroke } from "./time-symbols.ts";

/** A span of days that strokes name, and the stroke after them. */
export interface Point {
  readonly span: TimeSpan;
  readonly from: number;
  readonly next: number;
}

type Strokes = readonly Stroke[];
type Read = { readonly span: TimeSpan; readonly next: number } | null;

const FILLERS = new Set([
  "the",
  "of",
  "in",
  "st",
  "nd",
  "rd",
  "th",
  "ke",
  "ka",
  "ki",
  "का",
  "की",
  "के",
  "few",
  "couple",
  "full",
]);
const FEW = 3;

/** The first stroke from `at` on that is no mere filler. */
export function skip(strokes: Strokes, at: number): number {
  let next = at;
  while (strokes[next] !== undefined && FILLERS.has(strokes[next]!.text)) next++;
  return next;
}

const isYear = (stroke: Stroke | undefined): boolean =>
  stroke !== undefined && stroke.digits.length === 4 && stroke.number! >= 1990 && stroke.number! <= 2100;
const isDate = (stroke: Stroke | undefined): boolean =>
  stroke !== undefined &&
  stroke.digits !== "" &&
  stroke.digits.length <= 2 &&
  stroke.number! >= 1 &&
  stroke.number! <= 31;

/** 2025-03-01, 01/03/2025 (the day first), 1.3.25. */
function numericDate(strokes: Strokes, at: number): Read {
  const [a, b, c] = [strokes[at], strokes[at + 1], strokes[at + 2]];
  const sign = b?.gap ?? "";
  if (a?.digits === "" || b?.digits === "" || c?.digits === "" || c === undefined) return null;
  if (sign !== c.gap || !["/", "-", "."].includes(sign)) return null;
  const [x, y, z] = [a!.number!, b!.number!, c.number!];
  const span = a!.digits.length === 4 ? dateSpan(x, y, z) : dateSpan(z, y, x);
  return span === null ? null : { span, next: at + 3 };
}

/** A year after a month or date, if one stands there. */
function yearAfter(strokes: Strokes, at: number): { year: number | null; next: number } {
  const next = skip(strokes, at);
  return isYear(strokes[next]) ? { year: strokes[next]!.number!, next: next + 1 } : { year: null, next: at };
}

function dated(month: number, date: number, year: number | null, last: Day): TimeSpan | null {
  return dateSpan(year ?? partsOf(monthSpan(month, null, last).from).year, month, date);
}

/** "1 March 2025", "1st of March", "1 to 15 March". */
function dateThenMonth(strokes: Strokes, at: number, last: Day): Read {
  if (!isDate(strokes[at])) return null;
  let next = skip(strokes, at + 1);
  let end: number | null = null;
  const joint = strokes[next];
  if (joint !== undefined && (joint.says.has("TO") || joint.says.has("SE")) && isDate(strokes[next + 1])) {
    end = strokes[next + 1]!.number!;
    next = skip(strokes, next + 2);
  } else if (isDate(joint) && ["-", "–", "—"].includes(joint!.gap)) {
    end = joint!.number!;
    next = skip(strokes, next + 1);
  }
  const month = strokes[next]?.month;
  if (month == null) return null;
  const { year, next: after } = yearAfter(strokes, next + 1);
  const first = dated(month, strokes[at]!.number!, year, last);
  const second = end === null ? first : dated(month, end, year, last);
  if (first === null || second === null || second.to < first.from) return null;
  const span = end === null ? first : { ...first, to: second.to, kind: "RANGE" as const };
  return { span, next: after };
}

/** "March", "March 2025", "March 5, 2025", "मई के पहले हफ्ते". */
function monthFirst(strokes: Strokes, at: number, last: Day): Read {
  const month = strokes[at]?.month;
  if (month == null) return null;
  const after = strokes[at + 1];
  const followed = strokes[skip(strokes, at + 2)];
  if (
    isDate(after) &&
    (after!.gap === "" || isYear(followed)) &&
    followed?.unit == null &&
    !followed?.month
  ) {
    const { year, next } = yearAfter(strokes, at + 2);
    const span = dated(month, after!.number!, year, last);
    if (span !== null) return { span, next };
  }
  const { year, next } = yearAfter(strokes, at + 1);
  const span = monthSpan(month, year, last);
  const nth = skip(strokes, next);
  if (strokes[nth]?.number != null && strokes[nth + 1]?.unit === "WEEK") {
    return { span: partOf(span, "WEEK", strokes[nth]!.number!), next: nth + 2 };
  }
  if (strokes[nth]?.says.has("LAST") && strokes[nth + 1]?.unit === "WEEK") {
    return { span: partOf(span, "WEEK", -1), next: nth + 2 };
  }
  return { span, next: strokes[next]?.unit === "MONTH" ? next + 1 : next };
}

/** "first week of May", "last week of March", "second half of 2025", "start of June". */
function partThenWhole(strokes: Strokes, at: number, last: Day): Read {
  const stroke = strokes[at]!;
  const whole = (from: number) => {
    const next = skip(strokes, from);
    return monthFirst(strokes, next, last) ?? yearAlone(strokes, next);
  };
  if (stroke.says.has("START") || stroke.says.has("END")) {
    const read = whole(at + 1);
    const part = stroke.says.has("START") ? "FIRST_HALF" : "SECOND_HALF";
    return read && { span: partOf(read.span, part), next: read.next };
  }
  const nth = stroke.says.has("LAST") ? -1 : stroke.number;
  if (nth == null || nth > 5 || strokes[at + 1]?.unit !== "WEEK") return null;
  const read = monthFirst(strokes, skip(strokes, at + 2), last);
  return read && { span: partOf(read.span, "WEEK", nth), next: read.next };
}

/** "2025", "2025-26" (a financial year). */
function yearAlone(strokes: Strokes, at: number): Read {
  if (!isYear(strokes[at])) return null;
  const year = strokes[at]!.number!;
  const after = strokes[at + 1];
  const fiscal = after?.gap === "-" && after.digits.length === 2 && after.number === (year + 1) % 100;
  if (fiscal) return { span: fiscalSpan(year), next: at + 2 };
  return { span: yearSpan(year), next: strokes[at + 1]?.unit === "YEAR" ? at + 2 : at + 1 };
}

/** "Q2 2025", "third quarter of 2025", "H1", "FY 2025-26". */
function quarterOrFiscal(strokes: Strokes, at: number, last: Day): Read {
  const stroke = strokes[at]!;
  const now = partsOf(last).year;
  if (stroke.says.has("FISCAL")) {
    const next = skip(strokes, strokes[at + 1]?.unit === "YEAR" ? at + 2 : at + 1);
    const read = yearAlone(strokes, next);
    return read && { span: fiscalSpan(strokes[next]!.number!), next: read.next };
  }
  const marked = stroke.says.has("QUARTERMARK") || stroke.says.has("HALFMARK");
  const nth = marked ? strokes[at + 1]?.number : stroke.number;
  if (nth == null || nth < 1 || nth > 4) return null;
  if (!marked && strokes[at + 1]?.unit !== "QUARTER") return null;
  const { year, next } = yearAfter(strokes, at + 2);
  if (stroke.says.has("HALFMARK")) {
    return { span: partOf(yearSpan(year ?? now), nth === 1 ? "FIRST_HALF" : "SECOND_HALF"), next };
  }
  return { span: quarterSpan(nth, year ?? now), next };
}

/** "last month", "last 3 months", "this week", "3 days ago", "today". */
function relative(strokes: Strokes, at: number, last: Day): Read {
  const { says, number, unit } = strokes[at]!;
  if (says.has("TODAY")) return { span: daySpan(last, true), next: at + 1 };
  if (says.has("YESTERDAY")) return { span: daySpan(last - 1, true), next: at + 1 };
  if (says.has("DAYBEFORE")) return { span: daySpan(last - 2, true), next: at + 1 };
  if (says.has("MTD")) return { span: unitSpan("MONTH", 0, last), next: at + 1 };
  if (says.has("YTD")) return { span: unitSpan("YEAR", 0, last), next: at + 1 };
  if (number !== null && unit === null) {
    const measure = strokes[at + 1]?.unit;
    const ago = strokes[at + 2]?.says.has("AGO") === true;
    return measure != null && ago ? { span: unitSpan(measure, number, last), next: at + 3 } : null;
  }
  if (!says.has("LAST") && !says.has("THIS")) return null;
  let next = at + 1;
  let count = strokes[next]?.unit === null ? (strokes[next]?.number ?? null) : null;
  if (count !== null) next++;
  if (["few", "कुछ", "kuch", "several"].includes(strokes[next]?.text ?? "")) [count, next] = [FEW, next + 1];
  next = skip(strokes, next);
  const measure = strokes[next]?.unit;
  if (measure == null) return null;
  if (says.has("THIS")) return { span: unitSpan(measure, 0, last), next: next + 1 };
  const span = count === null ? unitSpan(measure, 1, last) : backSpan(measure, Math.min(count, 3660), last);
  return { span, next: next + 1 };
}

/** The span of days named at a stroke, if one is. */
export function pointAt(strokes: Strokes, at: number, last: Day): Point | null {
  const stroke = strokes[at];
  if (stroke === undefined) return null;
  const read =
    numericDate(strokes, at) ??
    dateThenMonth(strokes, at, last) ??
    partThenWhole(strokes, at, last) ??
    quarterOrFiscal(strokes, at, last) ??
    monthFirst(strokes, at, last) ??
    relative(strokes, at, last) ??
    yearAlone(strokes, at);
  return read && { ...read, from: at };
}
