export type Level = "COUNTRY" | "STATE" | "DISTRICT" | "PINCODE";

export const COUNTRY = "IN";

/** The level a code speaks of by its form: IN, IN-MH, IN-MH/pune, 411001. */
export function levelOf(code: string): Level {
  if (/^\d/.test(code)) return "PINCODE";
  if (code.includes("/")) return "DISTRICT";
  return code === COUNTRY ? "COUNTRY" : "STATE";
}

/** The level below, or null below pincodes. */
export function levelBelow(level: Level): Exclude<Level, "COUNTRY"> | null {
  if (level === "COUNTRY") return "STATE";
  if (level === "STATE") return "DISTRICT";
  return level === "DISTRICT" ? "PINCODE" : null;
}

/**
 * Where a click on a pincode leads: one step below the deepest place that the way to the pincode shares with
 * the way to the selected place.
 *
 * @param selected codes from the country to the selected place
 * @param clicked codes from the country to the clicked pincode
 */
export function stepTowards(selected: readonly string[], clicked: readonly string[]): string {
  let shared = 0;
  while (shared < selected.length && selected[shared] === clicked[shared]) shared++;
  return clicked[Math.min(Math.max(shared, 1), clicked.length - 1)] ?? COUNTRY;
}
