import { type Day, formatDay } from "../../data/activity/day.ts";
import type { Metric } from "../../data/activity/metric.ts";
import type { Gazetteer, Language, Place } from "../../data/places/place.ts";
import { numbersIn } from "../../engines/assistant/numbers-in.ts";
import type { Period } from "../../engines/assistant/period-kind.ts";
import type { Understood } from "../../engines/assistant/understood.ts";

/** A number in an answer, and what it is of. */
export interface Cited {
  readonly place: Place | null;
  readonly metric: Metric | null;
  /** What the number is, where it is no sum of the metric: a field of the graph, e.g. risk.score. */
  readonly what: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly value: number;
  /** As the text has it. */
  readonly shown: string;
}

/** A query that an answer rests on. */
export interface Query {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of the graph have the shape of what was asked.
export type Data = any;

/** Executes a query in the graph. */
export type Run = (query: Query) => Promise<Data>;

/** What makes the sentences of one answer: it asks the graph, and keeps every number that it cites. */
export class Telling {
  readonly read: Understood;
  readonly language: Language;
  readonly gazetteer: Gazetteer;
  /** The data's last day. */
  readonly lastDay: Day;
  readonly figures: Cited[] = [];
  readonly queries: Query[] = [];
  readonly #run: Run;

  constructor(
    read: Understood,
    { language, gazetteer, lastDay }: Pick<Telling, "language" | "gazetteer" | "lastDay">,
    run: Run,
  ) {
    this.lastDay = lastDay;
    this.read = read;
    this.language = language;
    this.gazetteer = gazetteer;
    this.#run = run;
  }

  /** The words in the answer's language. */
  say(english: string, hindi: string): string {
    return this.language === "EN" ? english : hindi;
  }

  async ask(document: string, variables: Query["variables"] = {}): Promise<Data> {
    const query = { document, variables };
    const data = await this.#run(query);
    this.queries.push(query);
    return data;
  }

  /** The places asked about; the country where none was. */
  get places(): readonly Place[] {
    return this.read.places.length === 0 ? [this.gazetteer.country] : this.read.places;
  }

  /** A count, cited; where there is none, that there was no report. */
  count(value: number | null, of: Partial<Omit<Cited, "value" | "shown">>): string {
    if (value === null) return this.say("no report", "कोई रिपोर्ट नहीं");
    return this.#cite(value, of, { maximumFractionDigits: Math.abs(value) < 10 && value % 1 !== 0 ? 1 : 0 });
  }

  /** A share of 0..1 as a percentage, cited. */
  percent(value: number, of: Partial<Omit<Cited, "value" | "shown">>): string {
    const digits = Math.abs(value) < 0.01 ? 2 : 1;
    return this.#cite(value, of, { style: "percent", maximumFractionDigits: digits });
  }

  /** A number of few digits, cited. */
  number(value: number, digits: number, of: Partial<Omit<Cited, "value" | "shown">>): string {
    return this.#cite(value, of, { maximumFractionDigits: digits });
  }

  #cite(
    value: number,
    of: Partial<Omit<Cited, "value" | "shown">>,
    options: Intl.NumberFormatOptions,
  ): string {
    const shown = new Intl.NumberFormat(this.language === "EN" ? "en-IN" : "hi-IN", options).format(value);
    this.figures.push({ place: null, metric: null, what: null, from: null, to: null, ...of, value, shown });
    return shown;
  }

  /** A sentence of the graph's own, with the numbers in it cited as it has them. */
  quote(sentence: string, place: Place): string {
    for (const { value, shown } of numbersIn(sentence))
      this.figures.push({ place, metric: null, what: "explanation", from: null, to: null, value, shown });
    return sentence;
  }

  /** A place's name, with what lies above it where names may be alike. */
  name(place: Place): string {
    const name = place.name[this.language];
    if (place.level === "DISTRICT")
      return `${name}, ${this.gazetteer.states[place.state]!.name[this.language]}`;
    if (place.level === "PINCODE")
      return `${place.code}, ${this.gazetteer.districts[place.district]!.name[this.language]}`;
    return name;
  }

  /** The period in words: "from 2025-03-01 to 2025-12-31". */
  when({ from, to }: Pick<Period, "from" | "to">): string {
    const [first, last] = [formatDay(from), formatDay(to)];
    if (from === to) return this.say(`on ${first}`, `${first} को`);
    return this.say(`from ${first} to ${last}`, `${first} से ${last} तक`);
  }
}
