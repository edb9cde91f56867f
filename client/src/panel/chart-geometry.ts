import { dayOf } from "../format/date.ts";
import type { Parts, Point } from "./calendar.ts";
import { heightOf, ticksTo } from "./scale.ts";

export interface Mark {
  readonly point: Point;
  readonly kind: "batch" | "day" | "silent";
  /** Left edge and width, in pixels. */
  readonly x: number;
  readonly width: number;
  /** Height of the bar; a reported zero has 0, a silent day null. */
  readonly height: number | null;
}

export interface Facet {
  readonly kind: "batches" | "daily";
  /** Left edge, width and height of the field of bars, in pixels. */
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly ticks: readonly { readonly value: number; readonly height: number }[];
  /** The first of each month, at its place. */
  readonly months: readonly { readonly date: string; readonly x: number }[];
}

export interface Size {
  readonly width: number;
  /** Room at the left for the figures of the scale. */
  readonly gutter: number;
  /** Of the bars alone, in each field. */
  readonly batchHeight: number;
  readonly dayHeight: number;
}

const THICKEST = 18;
/** Least pixels between two figures of a scale. */
const TICK_ROOM = 28;

function bar(
  point: Point,
  kind: Mark["kind"],
  middle: number,
  width: number,
  top: number,
  full: number,
): Mark {
  const height = point.value === null ? null : heightOf(point.value, top, full);
  return { point, kind: point.reported ? kind : "silent", x: middle - width / 2, width, height };
}

const largestOf = (points: readonly Point[]) => Math.max(0, ...points.map(({ value }) => value ?? 0));

function ticksOf(points: readonly Point[], full: number) {
  const values = ticksTo(largestOf(points), Math.floor(full / TICK_ROOM));
  const top = values.at(-1)!;
  return { top, ticks: values.map((value) => ({ value, height: heightOf(value, top, full) })) };
}

/** Months from the first batch to the last, a place for each, reported or not. */
function batchFacet(points: readonly Point[], left: number, width: number, full: number): Facet {
  const { top, ticks } = ticksOf(points, full);
  const monthIndex = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const first = monthIndex(points[0]!.date);
  const slots = monthIndex(points.at(-1)!.date) - first + 1;
  const slot = width / Math.max(slots, 1);
  const marks = points.map((point) => {
    const middle = left + (monthIndex(point.date) - first + 0.5) * slot;
    return bar(point, "batch", middle, Math.min(THICKEST, slot * 0.62), top, full);
  });
  const months = marks.map(({ point, x, width: thick }) => ({ date: point.date, x: x + thick / 2 }));
  return { kind: "batches", left, width, height: full, marks, ticks, months };
}

function dailyFacet(points: readonly Point[], left: number, width: number, full: number): Facet {
  const { top, ticks } = ticksOf(points, full);
  const first = dayOf(points[0]!.date);
  const slot = width / points.length;
  const marks = points.map((point) => {
    const x = left + (dayOf(point.date) - first) * slot;
    const thick = Math.min(THICKEST, point.reported ? slot * 0.78 : slot);
    return bar(point, "day", x + slot / 2, thick, top, full);
  });
  const months = points
    .filter(({ date }) => date.endsWith("-01"))
    .map(({ date }) => ({ date, x: left + (dayOf(date) - first) * slot }));
  return { kind: "daily", left, width, height: full, marks, ticks, months };
}

/**
 * The chart's two fields, each with a scale of its own: a month's sum is no tall day. A field in which
 * nothing was reported is left out.
 */
export function chartOf({ batches, days }: Parts, size: Size): Facet[] {
  const [left, width] = [size.gutter, Math.max(size.width - size.gutter, 1)];
  return [
    ...(batches.length > 0 ? [batchFacet(batches, left, width, size.batchHeight)] : []),
    ...(days.some((day) => day.reported) ? [dailyFacet(days, left, width, size.dayHeight)] : []),
  ];
}
