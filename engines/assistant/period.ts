import type { Day } from "../../data/activity/day.ts";
import { type Coverage, type Period, periodOf, wholeOf } from "./period-kind.ts";
import { type Point, pointAt, skip } from "./points.ts";
import { before, type TimeSpan, unitSpan } from "./spans-of-time.ts";
import type { Stroke } from "./time-symbols.ts";
import type { Grain } from "./understood.ts";

interface Named extends Point {
  /** Whether two ends were named, or one with "since", "until" and the like. */
  readonly range: boolean;
  /** Whether it stands after "than", "with", "from" or before "की तुलना में". */
  readonly reference: boolean;
}

/** The period before one, cut to the data's coverage. */
export function periodBefore(coverage: Coverage, period: Period): Period {
  const { from, to, kind } = before({ ...period, kind: period.kind === "ALL" ? "RANGE" : period.kind });
  return periodOf(coverage, { from, to }, { kind, words: "", relative: period.relative });
}

const range = (from: Day, to: Day, relative: boolean): TimeSpan => ({ from, to, kind: "RANGE", relative });
const REFERS = new Set([
  "than",
  "over",
  "with",
  "to",
  "from",
  "against",
  "vs",
  "versus",
  "since",
  "compared",
  "on",
]);
const REFERRED = new Set(["की", "के", "से", "ki", "ke", "se", "vs"]);
const COMPARED = new Set([
  "तुलना",
  "मुकाबले",
  "अपेक्षा",
  "ज्यादा",
  "अधिक",
  "tulna",
  "muqable",
  "mukable",
  "mukabale",
  "apeksha",
  "zyada",
  "jyada",
]);
/** After a period: not that one, but another. */
const DENIED = new Set(["नहीं", "nahi", "nahin"]);
const DASHES = new Set(["-", "–", "—"]);

interface Reader {
  readonly strokes: readonly Stroke[];
  readonly coverage: Coverage;
  readonly comparing: boolean;
}

const says = (stroke: Stroke | undefined, ...meanings: string[]) =>
  meanings.some((one) => stroke?.says.has(one));

/** Two ends, the first a year earlier where it would come after the second. */
function between(a: TimeSpan, b: TimeSpan): TimeSpan {
  const from = a.from > b.to ? a.from - 365 : a.from;
  return range(from, b.to, a.relative || b.relative);
}

/** A span begun by "since", "from", "between", "until", "before" or "after". */
function prefixed({ strokes, coverage, comparing }: Reader, at: number): Named | null {
  const stroke = strokes[at];
  const meant = ["SINCE", "FROM", "BETWEEN", "UNTIL", "BEFORE", "AFTER"].find((one) => stroke?.says.has(one));
  if (meant === undefined) return null;
  const last = coverage.to;
  const first = pointAt(strokes, skip(strokes, at + 1), last);
  if (first === null) return null;
  const { span } = first;
  const named = (one: TimeSpan, next: number): Named => ({
    span: one,
    from: at,
    next,
    range: true,
    reference: false,
  });
  if (span.from > last) return null;
  if (meant === "UNTIL") return named(range(coverage.from, span.to, span.relative), first.next);
  if (meant === "BEFORE") return named(range(coverage.from, span.from - 1, span.relative), first.next);
  if (meant === "AFTER") return named(range(span.to + 1, last, span.relative), first.next);
  const joint = strokes[first.next];
  const joined = says(joint, "TO", "AND", "UNTIL", "SE", "TAK") || DASHES.has(joint?.gap ?? "");
  if (joined && !(meant === "BETWEEN" && comparing)) {
    const start = says(joint, "TO", "AND", "UNTIL", "SE") ? first.next + 1 : first.next;
    const second = pointAt(strokes, skip(strokes, start), last);
    if (second !== null && !(meant === "FROM" && comparing))
      return named(between(span, second.span), second.next);
  }
  if (meant === "BETWEEN" || comparing) return null;
  const next = says(joint, "ONWARDS") ? first.next + 1 : first.next;
  return named(range(span.from, last, span.relative), next);
}

/** A span, and what stands after it: "to", "से ... तक", "onwards". */
function plain({ strokes, coverage, comparing }: Reader, at: number): Named | null {
  const first = pointAt(strokes, at, coverage.to);
  if (first === null) return null;
  const { span, next } = first;
  const named = (one: TimeSpan, after: number): Named => ({
    span: one,
    from: at,
    next: after,
    range: true,
    reference: false,
  });
  const joint = strokes[next];
  const dash = DASHES.has(joint?.gap ?? "");
  if (says(joint, "ONWARDS")) return named(range(span.from, coverage.to, span.relative), next + 1);
  const isJoint = says(joint, "TO", "UNTIL", "AND") || (says(joint, "SE") && !says(joint, "FROM"));
  if ((isJoint || dash) && !comparing) {
    const second = pointAt(strokes, skip(strokes, isJoint ? next + 1 : next), coverage.to);
    if (second !== null) {
      const after = says(strokes[second.next], "TAK", "BETWEEN") ? second.next + 1 : second.next;
      return named(between(span, second.span), after);
    }
  }
  if (says(joint, "TAK") && span.from <= coverage.to)
    return named(range(coverage.from, span.to, span.relative), next + 1);
  if (says(joint, "AFTER")) return named(range(span.to + 1, coverage.to, span.relative), next + 1);
  if (says(joint, "BEFORE")) return named(range(coverage.from, span.from - 1, span.relative), next + 1);
  const since = says(joint, "SE") && span.kind !== "RANGE" && !comparing;
  if (since) return named(range(span.from, coverage.to, span.relative), next + 1);
  const reference =
    REFERS.has(strokes[at - 1]?.text ?? "") ||
    (strokes[at - 1]?.text === "the" && REFERS.has(strokes[at - 2]?.text ?? "")) ||
    (REFERRED.has(joint?.text ?? "") && COMPARED.has(strokes[next + 1]?.text ?? ""));
  return { ...first, range: false, reference };
}

function spansNamed(reader: Reader): Named[] {
  const found: Named[] = [];
  for (let at = 0; at < reader.strokes.length; at++) {
    const named = prefixed(reader, at) ?? plain(reader, at);
    if (named === null) continue;
    found.push(named);
    at = Math.max(at, named.next - 1);
  }
  return found;
}

export interface ReadPeriod {
  /** Null where none is named. */
  readonly period: Period | null;
  readonly compared: Period | null;
  /** Whether it names the period before, with no other to count from than the previous question's. */
  readonly preceding: boolean;
}

const UNIT_OF_KIND = { DAY: "DAY", WEEK: "WEEK", MONTH: "MONTH", QUARTER: "QUARTER", YEAR: "YEAR" } as const;

/** What the one named period is compared with, or what is compared with it. */
function counterpart(
  { strokes, coverage }: Reader,
  { span, reference }: Named,
): readonly [TimeSpan, TimeSpan] | null {
  const unit = span.kind === "ALL" || span.kind === "RANGE" ? null : UNIT_OF_KIND[span.kind];
  const past = strokes.some((stroke) => stroke.says.has("PRECEDING"));
  if (!past && reference && unit !== null) return [unitSpan(unit, 0, coverage.to), span];
  return [span, before(span)];
}

/**
 * The period that a question names, cut to the data's coverage, and the earlier one it is compared with.
 *
 * @param comparing whether the question compares
 * @param alone whether it is periods that it compares: one place and one metric
 * @param grain of "month on month"
 */
export function readPeriod(reader: Reader, alone: boolean, grain: Grain | null): ReadPeriod {
  const { strokes, coverage, comparing } = reader;
  const all = spansNamed(reader);
  const wanted = all.filter(({ next }) => !DENIED.has(strokes[next]?.text ?? ""));
  const named = wanted.length > 0 ? wanted : all;
  const preceding = named.length === 0 && strokes.some((stroke) => stroke.says.has("PRECEDING"));
  const words = ({ from, next }: Named) =>
    strokes
      .slice(from, next)
      .map(({ text }) => text)
      .join(" ");
  const made = (span: TimeSpan, text: string) =>
    periodOf(coverage, span, { kind: span.kind, words: text, relative: span.relative });
  const [first, second] = named;
  const text = named.map(words).join(" ");
  if (comparing && first !== undefined && second !== undefined) {
    const [later, earlier] = [first, second].toSorted((a, b) => b.span.from - a.span.from);
    return {
      period: made(later!.span, words(later!)),
      compared: made(earlier!.span, words(earlier!)),
      preceding,
    };
  }
  if (comparing && alone && first !== undefined && !first.range) {
    const pair = counterpart(reader, first);
    if (pair !== null) return { period: made(pair[0], text), compared: made(pair[1], text), preceding };
  }
  if (comparing && alone && first === undefined && grain !== null) {
    const [now, then] = [unitSpan(grain, 0, coverage.to), unitSpan(grain, 1, coverage.to)];
    return { period: made(now, ""), compared: made(then, ""), preceding };
  }
  if (first !== undefined) return { period: made(first.span, words(first)), compared: null, preceding };
  const whole = strokes.some((stroke) => stroke.says.has("WHOLE"));
  return { period: whole ? wholeOf(coverage) : null, compared: null, preceding };
}
