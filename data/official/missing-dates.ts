import { formatDay } from "../activity/day.ts";

/** The ISO dates between the first and the last of the days on which there is none; days may repeat. */
export function missingDates(days: Uint16Array): string[] {
  const reported = new Uint8Array(1 << 16);
  let first = 0xffff;
  let last = 0;
  for (let row = 0; row < days.length; row++) {
    const day = days[row]!;
    reported[day] = 1;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const missing: string[] = [];
  for (let day = first; day < last; day++) if (reported[day] === 0) missing.push(formatDay(day));
  return missing;
}
