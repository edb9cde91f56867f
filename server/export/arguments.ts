import {
  coerceInputValue,
  type GraphQLArgument,
  getNullableType,
  isInputObjectType,
  isListType,
  parseValue,
  valueFromASTUntyped,
} from "graphql";
import { METRICS, type Metric } from "../../data/activity/metric.ts";
import type { Measure } from "../../data/activity/store.ts";
import { Fault } from "../../data/fault.ts";
import { schema } from "../../schema/schema.ts";
import type { StatsArguments } from "../../schema/stats-query.ts";

/** What an export holds where the address names no values. */
const USUAL_VALUES = "ENROLMENT,DEMOGRAPHIC_UPDATE,BIOMETRIC_UPDATE,ACTIVITY";

/** The most columns of values. */
const MAX_VALUES = 40;

/** Arguments of `stats` that make no sense where all rows are given. */
const PAGING = ["first", "after"];

const bad = (message: string) => new Fault("BAD_USER_INPUT", message);

const ARGUMENTS: ReadonlyMap<string, GraphQLArgument> = new Map(
  schema
    .getQueryType()!
    .getFields()
    .stats!.args.filter(({ name }) => !PAGING.includes(name))
    .map((argument) => [argument.name, argument]),
);

const KNOWN = [...ARGUMENTS.keys(), "values", "comments"];

/** A value as it may stand in an address: JSON, or GraphQL's own notation, or bare text, lists with commas. */
function readValue(text: string, isList: boolean): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: one of the other ways to write it.
  }
  if (/^[[{]/.test(text)) {
    try {
      return valueFromASTUntyped(parseValue(text));
    } catch {
      throw bad(`${JSON.stringify(text)} can be read neither as JSON nor as a GraphQL value.`);
    }
  }
  return isList ? text.split(",").filter((one) => one !== "") : text;
}

function isListOf(argument: GraphQLArgument, field: string | undefined): boolean {
  const type = getNullableType(argument.type);
  if (field === undefined) return isListType(type);
  return isInputObjectType(type) && isListType(getNullableType(type.getFields()[field]?.type));
}

/** The arguments as written: `groupBy=STATE,DISTRICT`, `where={"from":"2025-09-01"}` or `where.from=2025-09-01`. */
function rawArguments(search: URLSearchParams): Map<string, unknown> {
  const raw = new Map<string, unknown>();
  for (const [key, text] of search) {
    const [name, field, ...rest] = key.split(".") as [string, ...string[]];
    if (name === "values" || name === "comments") continue;
    const argument = ARGUMENTS.get(name);
    if (argument === undefined || rest.length > 0) {
      const why = PAGING.includes(name) ? "an export holds all rows" : `known are ${KNOWN.join(", ")}`;
      throw bad(`There is no argument "${key}" here: ${why}.`);
    }
    if (search.getAll(key).length > 1) throw bad(`"${key}" is given more than once: give it once.`);
    const value = readValue(text, isListOf(argument, field));
    if (field === undefined) raw.set(name, value);
    else raw.set(name, { ...(raw.get(name) as object | undefined), [field]: value });
  }
  return raw;
}

/** The measures that `values` names: METRIC or METRIC:ASPECT, with commas between. */
function measuresOf(search: URLSearchParams): Measure[] {
  const aspects = schema.getType("Aspect") as unknown as { getValues(): { name: Measure["aspect"] }[] };
  const known = aspects.getValues().map(({ name }) => name);
  const names = (search.get("values") || USUAL_VALUES).split(",").map((name) => name.trim());
  if (names.length > MAX_VALUES) throw bad(`values names ${names.length} columns: at most ${MAX_VALUES}.`);
  const measures = [...new Set(names)].map((name) => {
    const [metric, aspect = "SUM", ...rest] = name.split(":");
    if (rest.length > 0 || !METRICS.includes(metric as Metric)) {
      throw bad(
        `values: "${name}" is none. Write METRIC or METRIC:ASPECT; metrics are ${METRICS.join(", ")}.`,
      );
    }
    if (!known.includes(aspect as Measure["aspect"])) {
      throw bad(`values: "${aspect}" is no aspect; these are: ${known.join(", ")}.`);
    }
    return { metric: metric as Metric, aspect: aspect as Measure["aspect"] };
  });
  return measures;
}

/** What an address asks to be exported. */
export interface ExportArguments {
  readonly stats: StatsArguments;
  readonly measures: readonly Measure[];
  /** Whether CSV begins with lines of comment on what it is. */
  readonly comments: boolean;
  /** The same question in one wording: equal for addresses that ask the same. */
  readonly canonical: string;
}

/**
 * Reads the arguments of `stats`, in the graph's own types, from the query string of an address; `values` names
 * the columns of figures.
 * @throws Fault BAD_USER_INPUT naming the argument and what would be right
 */
export function readArguments(search: URLSearchParams): ExportArguments {
  const raw = rawArguments(search);
  const coerced: Record<string, unknown> = {};
  for (const [name, value] of raw) {
    const argument = ARGUMENTS.get(name)!;
    coerced[name] = coerceInputValue(value, argument.type, (path, _, error) => {
      const { originalError } = error;
      throw bad(`${[name, ...path].join(".")}: ${originalError?.message ?? error.message}`);
    });
  }
  const comments = search.get("comments") ?? "true";
  if (comments !== "true" && comments !== "false")
    throw bad(`comments is "${comments}": write true or false.`);
  const measures = measuresOf(search);
  const asked = [...ARGUMENTS.keys()].flatMap((name) =>
    raw.has(name) ? [[name, JSON.stringify(raw.get(name))]] : [],
  );
  const values = measures.map(({ metric, aspect }) => (aspect === "SUM" ? metric : `${metric}:${aspect}`));
  return {
    stats: coerced,
    measures,
    comments: comments === "true",
    canonical: new URLSearchParams([...asked, ["values", values.join(",")]] as [string, string][]).toString(),
  };
}
