import { type Day, formatDay, parseDay } from "../../data/activity/day.ts";
import { Fault } from "../../data/fault.ts";

/** How far one has followed the news: up to which dataset, and how many of its news. */
export interface Point {
  /** The dataset's last day, by which news are found where its version is not remembered. */
  readonly to: Day;
  readonly version: string;
  readonly told: number;
}

/** As a text without white space: 2025-12-31.97d0af279d7a15af.12 */
export const formatPoint = ({ to, version, told }: Point): string => `${formatDay(to)}.${version}.${told}`;

/**
 * What formatPoint wrote.
 * @throws Fault BAD_USER_INPUT
 */
export function parsePoint(text: string): Point {
  const [, date = "", version = "", told = ""] =
    /^(\d{4}-\d{2}-\d{2})\.([\w-]{1,64})\.(\d{1,9})$/.exec(text) ?? [];
  const to = parseDay(date);
  if (to !== null) return { to, version, told: Number(told) };
  throw new Fault(
    "BAD_USER_INPUT",
    "Last-Event-ID is no id of an event of this service: send the last one received, or none.",
  );
}
