import type { Served, ServedDataset } from "../served.ts";
import { Refusal } from "./refusal.ts";

/**
 * What is served now.
 * @throws Refusal 503 while the first dataset is being loaded
 */
export function servedNow({ current }: ServedDataset): Served {
  if (current !== null) return current;
  const message = "The dataset is being loaded: ask again in a moment.";
  throw new Refusal(503, "DATA_NOT_READY", message, ["Retry-After", "1"]);
}
