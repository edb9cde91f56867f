import { partsOf } from "../../data/activity/day.ts";
import type { Place } from "../../data/places/place.ts";
import { loadFacts } from "../../engines/projection/facts.ts";
import { LONGEST_HORIZON } from "../../engines/projection/resolve.ts";
import type { Telling } from "./telling.ts";
import { FIGURE_FIELDS, METRIC_WORDS, STRESS_WORDS } from "./words.ts";

const FORECAST = `query Forecast($place: ID!, $metric: Metric!, $days: Int!, $language: Language!) {
  forecast(place: $place, metric: $metric, horizonDays: $days) {
    total method points { date mean lower80 upper80 } accuracy { mase seasonalNaiveMase coverage80 origins } notes(language: $language)
  }
}`;

const NEEDS = "schoolSeats hospitalBeds police doctors skillPlaces updatesDueAt5 updatesDueAt15";
const PROJECTION = `query Projection($place: ID!, $years: [Int!]!, $language: Language!) {
  projection(place: $place, horizons: $years) {
    base { year population planning { ${NEEDS} } }
    years { year population stress growthOfNeeds planning { ${NEEDS} } }
    notes(language: $language)
  }
}`;

const LONGEST_FORECAST = 180;
const DAYS_A_YEAR = 365;

/** FORECAST: what the report days to come should bring, and how such forecasts did before. */
export async function tellForecast(telling: Telling): Promise<string> {
  const { read, language } = telling;
  const metric = read.metric ?? "ACTIVITY";
  const asked = read.horizon?.unit === "DAY" ? read.horizon.count : 28;
  const days = Math.min(asked, LONGEST_FORECAST);
  const sentences: string[] = [];
  for (const place of telling.places) {
    const { forecast } = await telling.ask(FORECAST, { place: place.code, metric, days, language });
    const [first, last] = [forecast.points[0], forecast.points.at(-1)];
    const [name, words] = [telling.name(place), METRIC_WORDS[metric][language]];
    if (first === undefined) {
      sentences.push(`${name}: ${forecast.notes.join(" ")}`);
      continue;
    }
    const of = (what: string) => ({ place, metric, what });
    const shown = (value: number, what: string) => telling.count(value, of(what));
    const [mean, low, high] = [
      shown(first.mean, "mean"),
      shown(first.lower80, "lower80"),
      shown(first.upper80, "upper80"),
    ];
    const count = telling.number(forecast.points.length, 0, of("points"));
    const total = shown(forecast.total, "total");
    sentences.push(
      telling.say(
        `${name}, ${words}: ${mean} are expected on ${first.date} if it brings reports, eight times in ten between ${low} and ${high}; ${total} on ${count} such days up to ${last.date}.`,
        `${name}, ${words}: ${first.date} को रिपोर्ट आने पर ${mean} अपेक्षित हैं, दस में आठ बार ${low} और ${high} के बीच; ${last.date} तक ऐसे ${count} दिनों में ${total}।`,
      ),
    );
    if (forecast.accuracy !== null) {
      const { mase, seasonalNaiveMase } = forecast.accuracy;
      const [own, naive] = [
        telling.number(mase, 2, of("mase")),
        telling.number(seasonalNaiveMase, 2, of("seasonalNaiveMase")),
      ];
      sentences.push(
        telling.say(
          `From points of the past its scaled error was ${own}, the seasonal naive forecast's ${naive}.`,
          `अतीत के बिंदुओं से इसकी मापित त्रुटि ${own} रही, मौसमी सरल पूर्वानुमान की ${naive}।`,
        ),
      );
    }
  }
  return sentences.join(" ");
}

/** The place that is projected: pincodes' district, since no official population is known of them. */
function projected(telling: Telling, place: Place): Place {
  return place.level === "PINCODE" ? telling.gazetteer.districts[place.district]! : place;
}

/** Years after the projection's base: a question counts its years from the data's last day. */
function yearsOf({ read, lastDay }: Telling): number[] {
  if (read.horizon === null) return [1, 5, 10];
  const { unit, count } = read.horizon;
  const years = unit === "YEAR" ? count : Math.ceil(count / DAYS_A_YEAR);
  const after = partsOf(lastDay).year + years - loadFacts().year;
  return [Math.min(Math.max(after, 1), LONGEST_HORIZON)];
}

/** PROJECTION: how many people there would be. */
export async function tellProjection(telling: Telling): Promise<string> {
  const sentences: string[] = [];
  let note = "";
  for (const asked of telling.places) {
    const place = projected(telling, asked);
    const { projection } = await telling.ask(PROJECTION, {
      ...{ place: place.code, years: yearsOf(telling), language: telling.language },
    });
    const people = [projection.base, ...projection.years].map(
      ({ year, population }: { year: number; population: number }) =>
        `${year}: ${telling.count(population, { place, what: `population ${year}` })}`,
    );
    sentences.push(
      telling.say(
        `People of ${telling.name(place)} on 1 March: ${people.join(", ")}.`,
        `${telling.name(place)} की जनसंख्या, 1 मार्च को: ${people.join(", ")}।`,
      ),
    );
    [note] = projection.notes;
  }
  return [...sentences, note].join(" ");
}

/** PLANNING: what people would need. */
export async function tellPlanning(telling: Telling): Promise<string> {
  const { read, language } = telling;
  const sentences: string[] = [];
  let note = "";
  for (const asked of telling.places) {
    const place = projected(telling, asked);
    const { projection } = await telling.ask(PROJECTION, {
      place: place.code,
      years: yearsOf(telling),
      language,
    });
    const fields =
      read.figure === null || read.figure === "BUDGET_STRESS"
        ? Object.values(FIGURE_FIELDS).flat()
        : FIGURE_FIELDS[read.figure];
    for (const { year, planning, stress, growthOfNeeds } of projection.years) {
      const needs = fields.map(
        ([field, words]) =>
          `${words[language]} ${telling.count(planning[field], { place, what: `${field} ${year}` })}`,
      );
      const [name, growth] = [
        telling.name(place),
        telling.percent(growthOfNeeds, { place, what: `growthOfNeeds ${year}` }),
      ];
      const strain = STRESS_WORDS[stress]![language];
      sentences.push(
        telling.say(
          `${name} in ${year}: ${needs.join(", ")}. Needs would have grown by ${growth} since the base year: budget stress ${strain}.`,
          `${name}, ${year}: ${needs.join(", ")}। आधार वर्ष से आवश्यकताएँ ${growth} बढ़ चुकी होंगी: बजट दबाव ${strain}।`,
        ),
      );
    }
    note = projection.notes.at(-1);
  }
  return [...sentences, note].join(" ");
}
