import { Fault } from "../data/fault.ts";
import type { Alert } from "../engines/alerts/alerts.ts";
import type { Catalogue } from "../engines/nation/catalogue.ts";
import type { NationRisk } from "../engines/nation/risk.ts";
import type { NationOutlook } from "../engines/outlook/nation.ts";

/**
 * What the engines have made of the dataset served. Each throws a Fault: ENGINE_NOT_READY while it is made,
 * ENGINE_FAILED where that failed.
 */
export interface Engines {
  /** The findings of surveillance. */
  findings(): Catalogue;
  /** What the findings add up to. */
  alerts(): readonly Alert[];
  risk(): NationRisk;
  /** What forecasts are made from. */
  outlook(): NationOutlook;
}

export const notReady = (): Fault =>
  new Fault("ENGINE_NOT_READY", "The engines have not run on this dataset yet: ask again in a minute.");

function none(): never {
  throw notReady();
}

/** Where no engine runs. */
export const NO_ENGINES: Engines = { findings: none, alerts: none, risk: none, outlook: none };
