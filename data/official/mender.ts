import { loadGazetteer } from "../places/gazetteer.ts";
import { makeMender } from "../places/mend.ts";
import type { Mender } from "../places/mender.ts";

/** A mender over the committed gazetteer, which it loads when it is first asked: other threads are at work then. */
export function committedMender(): Mender {
  let mend: Mender | null = null;
  return (...place) => {
    mend ??= makeMender(loadGazetteer());
    return mend(...place);
  };
}
