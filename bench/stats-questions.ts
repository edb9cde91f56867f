import { parseDay } from "../data/activity/day.ts";
import type { Metric } from "../data/activity/metric.ts";
import type { ActivityStore, Measure, StatsQuery } from "../data/activity/store.ts";

/** A question as the store takes it, and as SQL over the exported snapshot. */
export interface Question {
  readonly what: string;
  /** Share of DuckDB's time that the design allows; null where it sets none. */
  readonly budget: number | null;
  readonly query: StatsQuery;
  readonly sql: string;
}

const ACTIVITY_SQL = [
  "enrolment_age_0_5",
  "enrolment_age_5_17",
  "enrolment_age_18_plus",
  "demographic_update_age_5_17",
  "demographic_update_age_17_plus",
  "biometric_update_age_5_17",
  "biometric_update_age_17_plus",
]
  .map((count) => `coalesce(${count}, 0)`)
  .join(" + ");

const sum = (metric: Metric = "ACTIVITY"): Measure => ({ metric, aspect: "SUM" });
const view = (aspect: Measure["aspect"]): Measure => ({ metric: "ACTIVITY", aspect });
const day = (iso: string) => parseDay(iso)!;
const between = (from: string, to: string) => `date BETWEEN DATE '${from}' AND DATE '${to}'`;

/** Every kind of question about the data of 2025. */
export function questionsFor(store: ActivityStore): Question[] {
  const whole = { from: day(store.dataset.from), to: day(store.dataset.to) };
  const autumn = { from: day("2025-10-15"), to: day("2025-11-20") };
  const inAutumn = between("2025-10-15", "2025-11-20");
  const base: StatsQuery = {
    ...whole,
    places: null,
    groupBy: [],
    bucket: null,
    compareTo: null,
    having: [],
    measures: [sum()],
    orderBy: null,
    first: 1000,
    after: null,
  };
  const named = (...codes: string[]) => codes.map((code) => store.gazetteer.find(code)!);
  const top = (measure: Measure) => ({ orderBy: { ...measure, direction: "DESC" as const }, first: 20 });
  return [
    {
      what: "states, whole period",
      budget: null,
      query: { ...base, groupBy: ["STATE"], ...top(sum()) },
      sql: `SELECT state_code, sum(${ACTIVITY_SQL}) AS s FROM activity GROUP BY ALL ORDER BY s DESC LIMIT 20`,
    },
    {
      what: "district × month",
      budget: 0.1,
      query: { ...base, groupBy: ["DISTRICT"], bucket: "MONTH" },
      sql: `SELECT district_code, date_trunc('month', date) AS m, sum(${ACTIVITY_SQL}) FROM activity GROUP BY ALL ORDER BY 1, 2 LIMIT 1000`,
    },
    {
      what: "top 20 pincodes in a range",
      budget: 0.1,
      query: { ...base, ...autumn, groupBy: ["PINCODE"], ...top(sum()) },
      sql: `SELECT pincode, sum(${ACTIVITY_SQL}) AS s FROM activity WHERE ${inAutumn} GROUP BY ALL ORDER BY s DESC, pincode LIMIT 20`,
    },
    {
      what: "India by day",
      budget: null,
      query: { ...base, bucket: "DAY" },
      sql: `SELECT date, sum(${ACTIVITY_SQL}) FROM activity GROUP BY ALL ORDER BY 1`,
    },
    {
      what: "one pincode by day",
      budget: null,
      query: { ...base, bucket: "DAY", places: named("110001") },
      sql: `SELECT date, sum(${ACTIVITY_SQL}) FROM activity WHERE pincode = '110001' GROUP BY ALL ORDER BY 1`,
    },
    {
      what: "districts of two states, seven counts",
      budget: null,
      query: {
        ...base,
        places: named("IN-BR", "IN-UP"),
        groupBy: ["DISTRICT"],
        measures: [
          sum("ENROLMENT_AGE_0_5"),
          sum("ENROLMENT_AGE_5_17"),
          sum("ENROLMENT_AGE_18_PLUS"),
          sum("DEMOGRAPHIC_UPDATE_AGE_5_17"),
          sum("DEMOGRAPHIC_UPDATE_AGE_17_PLUS"),
          sum("BIOMETRIC_UPDATE_AGE_5_17"),
          sum("BIOMETRIC_UPDATE_AGE_17_PLUS"),
        ],
      },
      sql: `SELECT district_code, sum(enrolment_age_0_5), sum(enrolment_age_5_17), sum(enrolment_age_18_plus),
        sum(demographic_update_age_5_17), sum(demographic_update_age_17_plus), sum(biometric_update_age_5_17),
        sum(biometric_update_age_17_plus) FROM activity WHERE state_code IN ('IN-BR', 'IN-UP') GROUP BY ALL ORDER BY 1`,
    },
    {
      what: "pincodes by rank within the range",
      budget: null,
      query: { ...base, ...autumn, groupBy: ["PINCODE"], measures: [sum(), view("RANK")], ...top(sum()) },
      sql: `SELECT pincode, sum(${ACTIVITY_SQL}) AS s, rank() OVER (ORDER BY s DESC) FROM activity WHERE ${inAutumn} GROUP BY ALL ORDER BY s DESC LIMIT 20`,
    },
    {
      what: "pincodes per report day",
      budget: null,
      query: { ...base, ...autumn, groupBy: ["PINCODE"], ...top(view("PER_REPORT_DAY")) },
      sql: `SELECT pincode, sum(${ACTIVITY_SQL}) / count(DISTINCT date) AS s FROM activity WHERE ${inAutumn} GROUP BY ALL ORDER BY s DESC LIMIT 20`,
    },
    {
      what: "districts against the period before",
      budget: null,
      query: {
        ...base,
        from: day("2025-11-01"),
        to: day("2025-11-15"),
        groupBy: ["DISTRICT"],
        compareTo: "PREVIOUS_PERIOD",
        ...top(view("CHANGE_RATIO")),
      },
      sql: `SELECT district_code, sum(${ACTIVITY_SQL}) FILTER (${between("2025-11-01", "2025-11-15")}) AS s,
        sum(${ACTIVITY_SQL}) FILTER (${between("2025-10-17", "2025-10-31")}) AS p FROM activity
        WHERE ${between("2025-10-17", "2025-11-15")} GROUP BY ALL ORDER BY (s - p) / p DESC NULLS LAST LIMIT 20`,
    },
    {
      what: "states by month, running sum and share",
      budget: null,
      query: {
        ...base,
        groupBy: ["STATE"],
        bucket: "MONTH",
        measures: [view("CUMULATIVE"), view("SHARE_OF_TOTAL")],
      },
      sql: `WITH g AS (SELECT state_code, date_trunc('month', date) AS m, sum(${ACTIVITY_SQL}) AS s FROM activity GROUP BY ALL)
        SELECT state_code, m, sum(s) OVER (PARTITION BY state_code ORDER BY m), s / sum(s) OVER (PARTITION BY m) FROM g ORDER BY 1, 2`,
    },
    {
      what: "districts by day, mean of seven",
      budget: null,
      query: { ...base, groupBy: ["DISTRICT"], bucket: "DAY", measures: [view("ROLLING_MEAN_7")] },
      sql: `WITH g AS (SELECT district_code, date, sum(${ACTIVITY_SQL}) AS s FROM activity GROUP BY ALL)
        SELECT district_code, date, avg(s) OVER (PARTITION BY district_code ORDER BY date RANGE BETWEEN INTERVAL 6 DAYS PRECEDING AND CURRENT ROW)
        FROM g ORDER BY 1, 2 LIMIT 1000`,
    },
    {
      what: "pincodes above a bound",
      budget: null,
      query: { ...base, groupBy: ["PINCODE"], having: [{ ...sum(), gt: 10_000 }], ...top(sum()) },
      sql: `SELECT pincode, sum(${ACTIVITY_SQL}) AS s FROM activity GROUP BY ALL HAVING s > 10000 ORDER BY s DESC LIMIT 20`,
    },
  ];
}
