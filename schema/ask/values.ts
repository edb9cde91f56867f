import { formatDay } from "../../data/activity/day.ts";
import type { Metric } from "../../data/activity/metric.ts";
import type { Place } from "../../data/places/place.ts";
import type { Period } from "../../engines/assistant/period-kind.ts";
import type { Telling } from "./telling.ts";
import { METRIC_WORDS } from "./words.ts";

const VALUE = `query Value($place: ID!, $metric: Metric!, $from: Date!, $to: Date!) {
  place(code: $place) { code name value(metric: $metric, from: $from, to: $to) }
}`;

const CHANGE = `query Change($places: [ID!], $metric: Metric!, $from: Date!, $to: Date!, $comparison: Comparison!) {
  stats(where: { places: $places, from: $from, to: $to }, compareTo: $comparison) {
    total { value(metric: $metric) previous: value(metric: $metric, as: PREVIOUS) ratio: value(metric: $metric, as: CHANGE_RATIO) }
    meta { comparedFrom comparedTo }
  }
}`;

const SHARE = `query Share($within: [ID!], $metric: Metric!, $from: Date!, $to: Date!, $groupBy: [Dimension!]!) {
  stats(where: { places: $within, from: $from, to: $to }, groupBy: $groupBy, orderBy: { metric: $metric }, first: 1000) {
    rows { place { code } value(metric: $metric) share: value(metric: $metric, as: SHARE_OF_TOTAL) }
    total { value(metric: $metric) }
  }
}`;

const SERIES = `query Series($place: ID!, $metric: Metric!, $from: Date!, $to: Date!) {
  place(code: $place) { code series(metric: $metric, bucket: MONTH, from: $from, to: $to) { date value reported } }
}`;

const dates = ({ from, to }: Pick<Period, "from" | "to">) => ({ from: formatDay(from), to: formatDay(to) });

async function countOf(
  telling: Telling,
  place: Place,
  metric: Metric,
  period: Period,
): Promise<number | null> {
  const data = await telling.ask(VALUE, { place: place.code, metric, ...dates(period) });
  return data.place.value;
}

const metricsOf = ({ read }: Telling): Metric[] => [read.metric ?? "ACTIVITY", ...read.otherMetrics];

/** VALUE: what was counted, of each place and metric named. */
export async function tellValue(telling: Telling): Promise<string> {
  const { read, language } = telling;
  const sentences: string[] = [];
  for (const metric of metricsOf(telling))
    for (const place of telling.places) {
      const value = await countOf(telling, place, metric, read.period);
      const shown = telling.count(value, { place, metric, from: read.period.from, to: read.period.to });
      const [name, words, when] = [
        telling.name(place),
        METRIC_WORDS[metric][language],
        telling.when(read.period),
      ];
      sentences.push(
        value === null
          ? telling.say(
              `${name} filed no report of ${words} ${when}.`,
              `${name} में ${when} ${words} की कोई रिपोर्ट नहीं आई।`,
            )
          : telling.say(
              `${name} reported ${shown} ${words} ${when}.`,
              `${name} में ${when} ${shown} ${words} दर्ज हुए।`,
            ),
      );
    }
  return sentences.join(" ");
}

/** COMPARISON: of places, or of two periods of each. */
export async function tellComparison(telling: Telling): Promise<string> {
  const { read, language } = telling;
  if (read.compared === null) return tellValue(telling);
  const sentences: string[] = [];
  for (const metric of metricsOf(telling))
    for (const place of telling.places) {
      const told: string[] = [];
      for (const period of [read.period, read.compared]) {
        const value = await countOf(telling, place, metric, period);
        told.push(telling.count(value, { place, metric, from: period.from, to: period.to }));
      }
      const [name, words] = [telling.name(place), METRIC_WORDS[metric][language]];
      const [now, before] = [telling.when(read.period), telling.when(read.compared)];
      sentences.push(
        telling.say(
          `${name}, ${words}: ${told[0]} ${now}, ${told[1]} ${before}.`,
          `${name}, ${words}: ${now} ${told[0]}, ${before} ${told[1]}।`,
        ),
      );
    }
  sentences.push(
    telling.say(
      "Months differ in how many days brought reports.",
      "महीनों में रिपोर्ट वाले दिनों की संख्या अलग-अलग होती है।",
    ),
  );
  return sentences.join(" ");
}

/** SHARE: the part of each place in what lies above it: the first of several in the second, else in the country or state. */
export async function tellShare(telling: Telling): Promise<string> {
  const { read, language, gazetteer } = telling;
  const metric = read.metric ?? "ACTIVITY";
  const [place, second] = telling.places;
  if (place === undefined || place.level === "COUNTRY") return tellValue(telling);
  const above = place.level === "PINCODE" ? gazetteer.districts[place.district]! : gazetteer.country;
  const within = second !== undefined && second.level !== place.level ? second : above;
  const variables = {
    within: within.level === "COUNTRY" ? null : [within.code],
    ...{ metric, groupBy: [place.level], ...dates(read.period) },
  };
  const { stats } = await telling.ask(SHARE, variables);
  const row = stats.rows.find((one: { place: { code: string } }) => one.place.code === place.code);
  const about = { place, metric, from: read.period.from, to: read.period.to };
  const [name, words, when] = [
    telling.name(place),
    METRIC_WORDS[metric][language],
    telling.when(read.period),
  ];
  if (row?.share == null)
    return telling.say(
      `${name} filed no report of ${words} ${when}.`,
      `${name} में ${when} ${words} की कोई रिपोर्ट नहीं आई।`,
    );
  const share = telling.percent(row.share, { ...about, what: "SHARE_OF_TOTAL" });
  const [own, all] = [
    telling.count(row.value, about),
    telling.count(stats.total.value, { ...about, place: within }),
  ];
  return telling.say(
    `${name} has ${share} of the ${words} of ${telling.name(within)} ${when}: ${own} of ${all}.`,
    `${telling.name(within)} के ${words} में ${name} का हिस्सा ${when} ${share} है: ${all} में से ${own}।`,
  );
}

/** TREND: the whole months of the period, the first and the last, and the change to the month before. */
export async function tellTrend(telling: Telling): Promise<string> {
  const { read, language } = telling;
  const metric = read.metric ?? "ACTIVITY";
  const sentences: string[] = [];
  for (const place of telling.places) {
    const { place: found } = await telling.ask(SERIES, { place: place.code, metric, ...dates(read.period) });
    const known = found.series.filter(({ value }: { value: number | null }) => value !== null);
    const [name, words] = [telling.name(place), METRIC_WORDS[metric][language]];
    if (known.length === 0) {
      const when = telling.when(read.period);
      sentences.push(
        telling.say(
          `${name} filed no report of ${words} ${when}.`,
          `${name} में ${when} ${words} की कोई रिपोर्ट नहीं आई।`,
        ),
      );
      continue;
    }
    const months = known.map(({ date, value }: { date: string; value: number }) => {
      const shown = telling.count(value, { place, metric, what: `month of ${date}` });
      return `${date.slice(0, 7)}: ${shown}`;
    });
    sentences.push(
      telling.say(
        `${name}, ${words} by month: ${months.join(", ")}.`,
        `${name}, ${words}, माहवार: ${months.join(", ")}।`,
      ),
    );
    const { stats } = await telling.ask(CHANGE, {
      ...{ places: [place.code], metric, comparison: "PREVIOUS_PERIOD" },
      ...{ from: known.at(-1).date, to: formatDay(read.period.to) },
    });
    if (known.length > 1 && stats.total.ratio !== null && stats.total.previous !== null) {
      const change = telling.percent(stats.total.ratio, { place, metric, what: "CHANGE_RATIO" });
      const { comparedFrom, comparedTo } = stats.meta;
      sentences.push(
        telling.say(
          `The last of these changed by ${change} against ${comparedFrom} to ${comparedTo}, a period of as many report days.`,
          `इनमें से अंतिम माह में ${comparedFrom} से ${comparedTo} की, उतने ही रिपोर्ट दिनों की, तुलना में ${change} का बदलाव रहा।`,
        ),
      );
    }
  }
  return sentences.join(" ");
}
