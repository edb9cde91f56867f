import { formatDay } from "../../data/activity/day.ts";
import type { Grouping } from "../../engines/assistant/understood.ts";
import type { Telling } from "./telling.ts";
import { GROUPING_WORDS, METRIC_WORDS } from "./words.ts";

const RANKING = `query Ranking($within: [ID!], $metric: Metric!, $from: Date!, $to: Date!, $groupBy: [Dimension!]!, $direction: Direction!, $first: Int!) {
  stats(where: { places: $within, from: $from, to: $to }, groupBy: $groupBy, orderBy: { metric: $metric, direction: $direction }, first: $first) {
    totalGroups rows { place { code name } value(metric: $metric) }
  }
}`;

const BELOW: Readonly<Record<string, Grouping>> = {
  COUNTRY: "STATE",
  STATE: "DISTRICT",
  DISTRICT: "PINCODE",
};

/** RANKING: the largest, or smallest, of a level within the places named. */
export async function tellRanking(telling: Telling): Promise<string> {
  const { read, language, gazetteer } = telling;
  const metric = read.metric ?? "ACTIVITY";
  const rank = read.rank ?? { direction: "DESC", count: 5 };
  const grouping = read.grouping ?? BELOW[telling.places[0]!.level] ?? "PINCODE";
  const within = telling.places.some(({ level }) => level === "COUNTRY")
    ? null
    : telling.places.map(({ code }) => code);
  const { from, to } = read.period;
  const { stats } = await telling.ask(RANKING, {
    ...{ within, metric, groupBy: [grouping], direction: rank.direction, first: rank.count },
    ...{ from: formatDay(from), to: formatDay(to) },
  });
  const rows = stats.rows.map(({ place, value }: { place: { code: string }; value: number | null }) => {
    const at = gazetteer.find(place.code)!;
    return `${telling.name(at)} (${telling.count(value, { place: at, metric, from, to })})`;
  });
  const [words, when] = [METRIC_WORDS[metric][language], telling.when(read.period)];
  const [places, where] = [
    GROUPING_WORDS[grouping][language],
    telling.places.map((one) => telling.name(one)).join("; "),
  ];
  if (rows.length === 0)
    return telling.say(
      `No place of ${where} filed a report ${when}.`,
      `${where} के किसी स्थान से ${when} रिपोर्ट नहीं आई।`,
    );
  return rank.direction === "DESC"
    ? telling.say(
        `Of the ${places} of ${where}, most ${words} ${when}: ${rows.join("; ")}.`,
        `${where} के ${places} में ${when} सबसे अधिक ${words}: ${rows.join("; ")}।`,
      )
    : telling.say(
        `Of the ${places} of ${where} with reports, fewest ${words} ${when}: ${rows.join("; ")}.`,
        `${where} के रिपोर्ट वाले ${places} में ${when} सबसे कम ${words}: ${rows.join("; ")}।`,
      );
}
