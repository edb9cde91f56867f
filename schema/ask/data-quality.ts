import { formatDay } from "../../data/activity/day.ts";
import type { Telling } from "./telling.ts";

const DATASET = `{ dataset { version source from to rows pincodes districts states
  quality { rowsRead rowsKept duplicates rejected renamedStates renamedDistricts missingDates } } }`;

const COVERAGE = `query Coverage($places: [ID!], $from: Date!, $to: Date!) {
  stats(where: { places: $places, from: $from, to: $to }) { total { value(metric: ACTIVITY) } meta { reportDays missingDays batches } }
}`;

/** DATA_QUALITY: what is served, what the importer did with it, and when the places reported. */
export async function tellDataQuality(telling: Telling): Promise<string> {
  const { from, to } = telling.read.period;
  const { dataset } = await telling.ask(DATASET);
  const { quality } = dataset;
  const of = (what: string) => ({ what });
  const [read, kept, duplicates, rejected] = (
    ["rowsRead", "rowsKept", "duplicates", "rejected"] as const
  ).map((name) => telling.count(quality[name], of(name)));
  const isSample = dataset.source === "SAMPLE";
  const sentences = [
    telling.say(
      `The data run from ${dataset.from} to ${dataset.to}${isSample ? "; they are a generated sample, no figure of which is real" : ""}. Of ${read} lines ${kept} were kept, ${duplicates} were repeated and ${rejected} turned away.`,
      `आँकड़े ${dataset.from} से ${dataset.to} तक के हैं${isSample ? "; यह बनाया हुआ नमूना है, इसका कोई आँकड़ा वास्तविक नहीं" : ""}। ${read} पंक्तियों में से ${kept} रखी गईं, ${duplicates} दोहराई हुई थीं और ${rejected} अस्वीकार हुईं।`,
    ),
  ];
  for (const place of telling.places) {
    const places = place.level === "COUNTRY" ? null : [place.code];
    const { stats } = await telling.ask(COVERAGE, { places, from: formatDay(from), to: formatDay(to) });
    const cite = (what: string) => ({ place, from, to, what });
    const [days, missing] = [
      telling.number(stats.meta.reportDays, 0, cite("reportDays")),
      telling.number(stats.meta.missingDays, 0, cite("missingDays")),
    ];
    const [name, when] = [telling.name(place), telling.when(telling.read.period)];
    sentences.push(
      telling.say(
        `${name} reported on ${days} days ${when}; of ${missing} days nothing is known.`,
        `${name} में ${when} ${days} दिन रिपोर्ट आई; ${missing} दिनों का कुछ ज्ञात नहीं।`,
      ),
    );
  }
  return sentences.join(" ");
}
