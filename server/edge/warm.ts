import type { Served } from "../served.ts";
import { isEntry, type Maker } from "./make.ts";
import type { EntryStore } from "./store.ts";

/**
 * Asks the questions that were asked most often of a dataset that will be served next, one after the other, and
 * keeps its answers.
 * @param until milliseconds of the monotonic clock at which it stops
 * @returns how many were answered
 */
export async function warm(
  store: EntryStore,
  maker: Maker,
  next: Served,
  count: number,
  until: number,
): Promise<number> {
  let warmed = 0;
  store.admit(next.version);
  for (const { mediaType, asked, operation } of store.hottest(count)) {
    if (performance.now() >= until) break;
    const params = { documentId: undefined, extensions: undefined, ...JSON.parse(asked) };
    const question = { served: next, mediaType, params, operation, admin: null };
    const slot = maker.slotOf(question);
    if (slot === null || store.get(slot.key) !== undefined) continue;
    const signal = AbortSignal.timeout(Math.max(Math.ceil(until - performance.now()), 1));
    const made = await maker.fill(question, slot, signal).catch(() => null);
    if (made !== null && isEntry(made)) warmed++;
  }
  return warmed;
}
