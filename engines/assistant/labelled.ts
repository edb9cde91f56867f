import { readFileSync } from "node:fs";
import { formatDay, parseDay } from "../../data/activity/day.ts";
import { loadGazetteer } from "../../data/places/gazetteer.ts";
import type { Period } from "./period-kind.ts";
import { understand } from "./understand.ts";
import type { Context, Intent, Understood } from "./understood.ts";

/** A question with what a careful reader takes it to ask. */
export interface Labelled {
  readonly question: string;
  /** Asked before it; empty where none was. */
  readonly previous: string;
  /** Each right. */
  readonly intents: readonly Intent[];
  readonly places: string;
  readonly metric: string;
  readonly period: string;
  readonly other: ReadonlyMap<string, string>;
}

/** The labelled questions, in the file's order. */
export function loadLabelled(file: URL = new URL("./questions.tsv", import.meta.url)): Labelled[] {
  return readFileSync(file, "utf8")
    .replace(/\n$/, "")
    .split("\n")
    .slice(1)
    .map((line) => {
      const [question, previous, intents, places, metric, period, other] = line.split("\t") as string[];
      const pairs = other!.split(";").filter((pair) => pair !== "");
      return {
        question: question!,
        previous: previous!,
        intents: intents!.split("/") as Intent[],
        places: places!,
        metric: metric!,
        period: period!,
        other: new Map(pairs.map((pair) => pair.split("=") as [string, string])),
      };
    });
}

/** The coverage that the labels are written for. */
export const COVERAGE = { from: parseDay("2025-03-01")!, to: parseDay("2025-12-31")! };

export const contextOf = (previous?: Understood): Context => ({
  gazetteer: loadGazetteer(),
  coverage: COVERAGE,
  role: "DISTRICT_ADMIN",
  language: "EN",
  previous,
});

/** Reads a labelled question as its label means it. */
export function readLabelled({ question, previous }: Labelled): Understood {
  const before = previous === "" ? undefined : understand(previous, contextOf());
  return understand(question, contextOf(before));
}

const spanOf = (period: Period | null) =>
  period === null ? "" : period.kind === "ALL" ? "all" : `${formatDay(period.from)}..${formatDay(period.to)}`;

export const COLUMNS = ["intent", "places", "metric", "period", "other"] as const;
export type Column = (typeof COLUMNS)[number];

/** What the reading holds in the form of the label's further columns. */
function othersOf(read: Understood): Map<string, string> {
  const all: Record<string, string | undefined> = {
    by: read.grouping ?? undefined,
    dir: read.rank?.direction,
    count: read.rank === null ? undefined : String(read.rank.count),
    grain: read.grain ?? undefined,
    compared: read.compared === null ? undefined : spanOf(read.compared),
    sector: read.sector ?? undefined,
    level: read.riskLevel ?? undefined,
    figure: read.figure ?? undefined,
    term: read.term ?? undefined,
    horizon: read.horizon === null ? undefined : `${read.horizon.count}${read.horizon.unit[0]}`,
    outside: read.period.outside ? "yes" : undefined,
    reason: read.reason ?? undefined,
  };
  return new Map(Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** Whether a label is of a question that must be refused or asked back. */
export const isUnanswerable = ({ intents }: Labelled): boolean =>
  intents.every((intent) => intent === "OUT_OF_SCOPE" || intent === "UNSURE");

/** The columns in which a reading differs from its label, with what was read. */
export function differences(label: Labelled, read: Understood): Map<Column, string> {
  const wrong = new Map<Column, string>();
  if (!label.intents.includes(read.intent)) wrong.set("intent", `${read.intent} ${read.reason ?? ""}`);
  if (!isUnanswerable(label)) {
    const places = read.places.map(({ code }) => code).join(",");
    if (places !== label.places) wrong.set("places", places);
    if ((read.metric ?? "") !== label.metric) wrong.set("metric", String(read.metric));
    if (spanOf(read.period) !== label.period) wrong.set("period", spanOf(read.period));
  }
  const others = othersOf(read);
  const off = [...label.other].filter(([key, value]) => others.get(key) !== value);
  if (off.length > 0) wrong.set("other", off.map(([key]) => `${key}=${others.get(key)}`).join(";"));
  return wrong;
}
