import { Fault } from "../data/fault.ts";
import type { Catalogue } from "../engines/nation/catalogue.ts";

/** What the engines have made of the dataset served. */
export interface Engines {
  /**
   * The findings of surveillance.
   * @throws Fault ENGINE_NOT_READY while they are made, ENGINE_FAILED where that failed
   */
  findings(): Catalogue;
}

/** Where no engine runs. */
export const NO_ENGINES: Engines = {
  findings() {
    throw new Fault("ENGINE_NOT_READY", "Surveillance has not run on this dataset: ask again in a minute.");
  },
};
