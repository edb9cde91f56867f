import type { DatasetKind, Metric } from "../../data/activity/metric.ts";
import { meaningsOf, of } from "./evidence.ts";
import type { Match } from "./lexicon.ts";
import type { Role } from "./understood.ts";

type Band = "INFANT" | "CHILD" | "SCHOOL" | "ADULT";

const ENROLMENT_BANDS: Readonly<Record<Band, Metric>> = {
  INFANT: "ENROLMENT_AGE_0_5",
  CHILD: "ENROLMENT_AGE_0_5",
  SCHOOL: "ENROLMENT_AGE_5_17",
  ADULT: "ENROLMENT_AGE_18_PLUS",
};

/** The metric of a dataset's age band; null where the dataset has no such band (updates begin at age 5). */
export function bandMetric(dataset: DatasetKind, band: Band): Metric | null {
  if (dataset === "ENROLMENT") return ENROLMENT_BANDS[band];
  if (band === "INFANT") return null;
  return band === "ADULT" ? `${dataset}_AGE_17_PLUS` : `${dataset}_AGE_5_17`;
}

/** The dataset a metric belongs to; null for the grand total. */
export function datasetOf(metric: Metric): DatasetKind | null {
  const datasets: readonly DatasetKind[] = ["ENROLMENT", "DEMOGRAPHIC_UPDATE", "BIOMETRIC_UPDATE"];
  return datasets.find((dataset) => metric.startsWith(dataset)) ?? null;
}

export interface ReadMetric {
  /** As named, the first to be answered first; none where none is named. */
  readonly metrics: readonly Metric[];
  /** What it may be where the words leave it open. */
  readonly choices: readonly Metric[];
  /** An age band named without a dataset; it narrows the previous question's. */
  readonly band: Band | null;
}

const UPDATES: readonly Metric[] = ["DEMOGRAPHIC_UPDATE", "BIOMETRIC_UPDATE"];
const STRONG = 2;

/** A generic child beside a definite band is no second band; babies are not asked for where school children are. */
function bandsIn(matches: readonly Match[]): Band[] {
  const bands = meaningsOf(matches, "bands") as Band[];
  return bands.length > 1 ? bands.filter((band) => band !== "CHILD") : bands;
}

/** The metrics that a question names: datasets, narrowed by the age bands named with them. */
export function readMetric(matches: readonly Match[]): ReadMetric {
  const found = of(matches, "metrics");
  const strong = new Set(found.filter(({ weight }) => weight > STRONG).map(({ meaning }) => meaning));
  const weak = new Set(found.filter(({ weight }) => weight < STRONG).map(({ meaning }) => meaning));
  const bands = bandsIn(matches);
  const datasets = [...strong].filter((name): name is DatasetKind => name !== "ACTIVITY");
  if (datasets.length === 0 && found.some(({ meaning }) => meaning === "UPDATE")) {
    const band = bands[0];
    const choices = UPDATES.map((one) => (band && bandMetric(one as DatasetKind, band)) || one);
    return { metrics: [], choices, band: band ?? null };
  }
  if (datasets.length === 0 && weak.has("ENROLMENT") && !strong.has("ACTIVITY")) datasets.push("ENROLMENT");
  if (datasets.length === 0) {
    if (bands.length > 0 && !strong.has("ACTIVITY")) {
      return { metrics: bands.map((band) => ENROLMENT_BANDS[band]), choices: [], band: bands[0]! };
    }
    const total = strong.has("ACTIVITY") || weak.has("ACTIVITY");
    return { metrics: total ? ["ACTIVITY"] : [], choices: [], band: null };
  }
  const metrics = datasets.flatMap((dataset): (Metric | null)[] =>
    bands.length === 0 ? [dataset] : bands.map((band) => bandMetric(dataset, band)),
  );
  if (metrics.includes(null)) {
    const choices = datasets.flatMap((dataset) => [bandMetric(dataset, "SCHOOL")!, dataset]);
    return { metrics: [], choices, band: null };
  }
  return { metrics: [...new Set(metrics as Metric[])], choices: [], band: null };
}

/** What a role looks at where a question names no metric. */
export const METRIC_OF_ROLE: Readonly<Record<Role, Metric>> = {
  POLICE: "ACTIVITY",
  EDUCATION: "BIOMETRIC_UPDATE_AGE_5_17",
  HEALTH: "ENROLMENT_AGE_0_5",
  BUDGET: "ACTIVITY",
  DISTRICT_ADMIN: "ACTIVITY",
  STATE_GOVT: "ACTIVITY",
  SKILL: "BIOMETRIC_UPDATE_AGE_17_PLUS",
};
