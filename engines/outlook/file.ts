import { deserialize, serialize } from "node:v8";
import { Fault } from "../../data/fault.ts";
import { GRAINS } from "./frame.ts";
import type { NationOutlook } from "./nation.ts";

/** Raised whenever the same dataset gives other forecasts than before. */
export const OUTLOOK_EDITION = 2;

/** The outlook as bytes, numbers to the bit. */
export const encodeOutlook = (outlook: NationOutlook): Buffer =>
  serialize({ edition: OUTLOOK_EDITION, outlook });

/**
 * What encodeOutlook wrote.
 * @throws Fault DATA_NOT_READY where it is of another edition, of a process that writes otherwise, or of other states
 */
export function decodeOutlook(bytes: Uint8Array, states: number): NationOutlook {
  const damaged = () => new Fault("DATA_NOT_READY", "The forecasts stored with the snapshot cannot be read.");
  let stored: { readonly edition?: number; readonly outlook?: NationOutlook };
  try {
    stored = deserialize(bytes);
  } catch {
    throw damaged();
  }
  const { edition, outlook } = stored ?? {};
  if (edition !== OUTLOOK_EDITION || outlook === undefined) throw damaged();
  for (const grain of GRAINS) {
    if (outlook[grain] === undefined) throw damaged();
    for (const { present } of Object.values(outlook[grain].states))
      if (present.means.length !== states) throw damaged();
  }
  return outlook;
}
