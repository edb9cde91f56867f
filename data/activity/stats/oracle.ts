import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { FixtureRow } from "../fixture.ts";
import { COUNTS, COUNTS_OF, type Metric, REPORTS_OF } from "../metric.ts";
import type { Measure, StatsQuery, TimeGrain } from "../store.ts";
import { bucketStart } from "./naive-compare.ts";

/** A second opinion on stats, in SQL over the very rows: what tests hold the store against. */
export interface Oracle {
  load(rows: readonly FixtureRow[]): Promise<void>;
  /** Rows in order: [codes of the groupBy places …, first day of the calendar's bucket, 0 without, measures …]. */
  stats(query: StatsQuery, counterparts: readonly Counterpart[]): Promise<unknown[][]>;
  /** The measures of everything that matched. */
  total(query: StatsQuery, counterparts: readonly Counterpart[]): Promise<unknown[]>;
  /** Distinct dates that matched on which any of the metrics asked for was reported. */
  reportDays(query: StatsQuery): Promise<unknown>;
  close(): void;
}

/** Days that the bucket beginning on `bucket` (0 without buckets) is compared with. */
export interface Counterpart {
  readonly bucket: number;
  readonly from: number;
  readonly to: number;
}

const DIMENSION_SQL = { STATE: "state", DISTRICT: "district", PINCODE: "pincode" } as const;

const quote = (text: string) => `'${text}'`;

function sumOf(metric: Metric): string {
  const counts = COUNTS_OF[metric].map((count) => COUNTS[count]!).join(" + ");
  return `SUM(CASE WHEN reports & ${REPORTS_OF[metric]} <> 0 THEN ${counts} END)::DOUBLE`;
}

function placesSql({ places }: StatsQuery): string {
  if (places === null) return "TRUE";
  const matches = places.map(({ level, code }) =>
    level === "COUNTRY" ? "TRUE" : `${DIMENSION_SQL[level]} = ${quote(code)}`,
  );
  return `(${matches.join(" OR ")})`;
}

const where = (query: StatsQuery) => `date BETWEEN ${query.from} AND ${query.to} AND ${placesSql(query)}`;

const measuresOf = ({ measures, orderBy, having }: StatsQuery): readonly Measure[] => [
  ...measures,
  ...having,
  ...(orderBy ? [orderBy] : []),
];

const metricsOf = (query: StatsQuery) => [...new Set(measuresOf(query).map(({ metric }) => metric))];

const datasetsOf = (query: StatsQuery) =>
  metricsOf(query).reduce((mask, metric) => mask | REPORTS_OF[metric], 0);

function bucketSql(bucket: TimeGrain | null): string {
  if (bucket === null) return "0";
  return `date_diff('day', DATE '1970-01-01', date_trunc('${bucket.toLowerCase()}', DATE '1970-01-01' + date::INTEGER)::DATE)::INTEGER`;
}

const keysOf = ({ groupBy }: StatsQuery) => groupBy.map((dimension) => DIMENSION_SQL[dimension]);

/** Buckets that a row's bucket stands after the range's first one. */
const ordinalSql = ({ from, bucket }: StatsQuery) =>
  bucket === null
    ? "0"
    : `date_diff('${bucket.toLowerCase()}', DATE '1970-01-01' + ${bucketStart(from, bucket)}, DATE '1970-01-01' + bucket)`;

function measureSql({ metric, aspect }: Measure, query: StatsQuery): string {
  const [sum, previous] = [`m_${metric}`, `p_${metric}`];
  const group = keysOf(query).length === 0 ? "" : `PARTITION BY ${keysOf(query).join(", ")}`;
  switch (aspect) {
    case "SUM":
      return sum;
    case "PER_REPORT_DAY":
      return `${sum} / d_${metric}`;
    case "SHARE_OF_TOTAL":
      return `${sum} / NULLIF(SUM(${sum}) OVER (PARTITION BY bucket), 0)`;
    case "PREVIOUS":
      return previous;
    case "CHANGE":
      return `${sum} - ${previous}`;
    case "CHANGE_RATIO":
      return `(${sum} - ${previous}) / NULLIF(${previous}, 0)`;
    case "CUMULATIVE":
      return `SUM(${sum}) OVER (${group} ORDER BY bucket)`;
    case "ROLLING_MEAN_7":
      return `AVG(${sum}) OVER (${group} ORDER BY ${ordinalSql(query)} RANGE BETWEEN 6 PRECEDING AND CURRENT ROW)`;
    case "RANK":
      return `CASE WHEN ${sum} IS NOT NULL THEN (RANK() OVER (PARTITION BY bucket ORDER BY ${sum} DESC NULLS LAST))::DOUBLE END`;
  }
}

/** Finest place first, as the store breaks ties. */
const finestFirst = (query: StatsQuery) =>
  (["PINCODE", "DISTRICT", "STATE"] as const)
    .filter((dimension) => query.groupBy.includes(dimension))
    .map((dimension) => DIMENSION_SQL[dimension]);

function boundsSql(query: StatsQuery): string {
  const bounds = query.having.flatMap(({ gt, gte, lt, lte, ...measure }) => {
    const column = `h${query.having.findIndex((one) => one.metric === measure.metric && one.aspect === measure.aspect)}`;
    const pairs = [
      [">", gt],
      [">=", gte],
      ["<", lt],
      ["<=", lte],
    ] as const;
    return [
      `${column} IS NOT NULL`,
      ...pairs.flatMap(([sign, bound]) => (bound == null ? [] : [`${column} ${sign} ${bound}`])),
    ];
  });
  return bounds.length === 0 ? "TRUE" : bounds.join(" AND ");
}

/** Common tables: counterparts, sums by group and bucket, the same of counterparts, and every measure named. */
function withSql(query: StatsQuery, counterparts: readonly Counterpart[]): string {
  const keys = keysOf(query);
  const metrics = metricsOf(query);
  const pairs = counterparts.map(({ bucket, from, to }) => `(${bucket}, ${from}, ${to})`);
  const same = [...keys, "bucket"].map((key) => `g.${key} = p.${key}`).join(" AND ");
  const named = [
    ...query.measures.map((one, at) => `${measureSql(one, query)} AS v${at}`),
    ...query.having.map((one, at) => `${measureSql(one, query)} AS h${at}`),
    ...(query.orderBy ? [`${measureSql(query.orderBy, query)} AS o`] : []),
  ];
  return `
    WITH counterpart(bucket, lo, hi) AS (VALUES ${pairs.join(", ") || "(-1, 1, 0)"}),
    grouped AS (
      SELECT ${[
        ...keys,
        `${bucketSql(query.bucket)} AS bucket`,
        ...metrics.map((one) => `${sumOf(one)} AS m_${one}`),
        ...metrics.map(
          (one) =>
            `NULLIF(COUNT(DISTINCT CASE WHEN reports & ${REPORTS_OF[one]} <> 0 THEN date END), 0) AS d_${one}`,
        ),
      ].join(", ")}
      FROM activity WHERE ${where(query)} GROUP BY ${[...keys, "bucket"].join(", ")}
    ),
    before AS (
      SELECT ${[...keys, "counterpart.bucket AS bucket", ...metrics.map((one) => `${sumOf(one)} AS p_${one}`)].join(", ")}
      FROM activity JOIN counterpart ON date BETWEEN lo AND hi
      WHERE ${placesSql(query)} GROUP BY ${[...keys, "counterpart.bucket"].join(", ")}
    ),
    both_periods AS (
      SELECT g.*, ${metrics.map((one) => `p_${one}`).join(", ")} FROM grouped g LEFT JOIN before p ON ${same}
    ),
    named AS (SELECT *, ${named.join(", ")} FROM both_periods),
    matched AS (SELECT * FROM named WHERE ${boundsSql(query)})`;
}

function statsSql(query: StatsQuery, counterparts: readonly Counterpart[]): string {
  const order = query.orderBy ? [`o ${query.orderBy.direction} NULLS LAST`] : [];
  return `${withSql(query, counterparts)}
    SELECT ${[...keysOf(query), "bucket", ...query.measures.map((_, at) => `v${at}`)].join(", ")}
    FROM matched ORDER BY ${[...order, ...finestFirst(query), "bucket"].join(", ")}`;
}

/** A measure of everything that matched. */
function totalSql({ metric, aspect }: Measure, query: StatsQuery): string {
  const sum = `(SELECT SUM(m_${metric}) FROM matched)`;
  const previous = `(SELECT SUM(p_${metric}) FROM ${query.having.length === 0 ? "before" : "matched"})`;
  const keys = keysOf(query);
  switch (aspect) {
    case "SUM":
    case "CUMULATIVE":
      return sum;
    case "PER_REPORT_DAY": {
      const dates = `SELECT ${[...keys, `${bucketSql(query.bucket)} AS bucket`, "date"].join(", ")} FROM activity WHERE ${where(query)} AND reports & ${REPORTS_OF[metric]} <> 0`;
      const same = [...keys, "bucket"].map((key) => `x.${key} = y.${key}`).join(" AND ");
      return `${sum} / NULLIF((SELECT COUNT(DISTINCT date) FROM (${dates}) x SEMI JOIN matched y ON ${same}), 0)`;
    }
    case "SHARE_OF_TOTAL":
      return `${sum} / NULLIF((SELECT SUM(m_${metric}) FROM grouped), 0)`;
    case "PREVIOUS":
      return previous;
    case "CHANGE":
      return `${sum} - ${previous}`;
    case "CHANGE_RATIO":
      return `(${sum} - ${previous}) / NULLIF(${previous}, 0)`;
    case "RANK":
    case "ROLLING_MEAN_7":
      return "NULL";
  }
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(sql)).getRowsJS() as unknown[][];
}

/** An oracle on DuckDB in this process. */
export async function openOracle(): Promise<Oracle> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const counts = COUNTS.map((count) => `${count} BIGINT`).join(", ");
  return {
    async load(rows) {
      await connection.run(
        `CREATE OR REPLACE TABLE activity (state VARCHAR, district VARCHAR, pincode VARCHAR, date INTEGER, reports INTEGER, ${counts})`,
      );
      const values = rows.map(
        (row) =>
          `(${[quote(row.district.slice(0, 5)), quote(row.district), quote(row.pincode), row.date, row.reports, ...row.counts].join(", ")})`,
      );
      await connection.run(`INSERT INTO activity VALUES ${values.join(", ")}`);
    },
    stats: (query, counterparts) => rowsOf(connection, statsSql(query, counterparts)),
    async total(query, counterparts) {
      const totals = query.measures.map((one) => totalSql(one, query)).join(", ");
      return (await rowsOf(connection, `${withSql(query, counterparts)} SELECT ${totals}`))[0]!;
    },
    reportDays: async (query) =>
      (
        await rowsOf(
          connection,
          `SELECT COUNT(DISTINCT date)::INTEGER FROM activity WHERE ${where(query)} AND reports & ${datasetsOf(query)} <> 0`,
        )
      )[0]![0],
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
