import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { FixtureRow } from "../fixture.ts";
import { COUNTS, COUNTS_OF, type Metric, REPORTS_OF } from "../metric.ts";
import type { Measure, StatsQuery, TimeGrain } from "../store.ts";

/** A second opinion on stats, in SQL over the very rows: what tests hold the store against. */
export interface Oracle {
  load(rows: readonly FixtureRow[]): Promise<void>;
  /** Rows in order: [codes of the groupBy places …, first day or null where not bucketed, measures …]. */
  stats(query: StatsQuery): Promise<unknown[][]>;
  /** The measures' SUM over everything that matched. */
  total(query: StatsQuery): Promise<unknown[]>;
  /** Distinct dates that matched on which any of the metrics asked for was reported. */
  reportDays(query: StatsQuery): Promise<unknown>;
  close(): void;
}

const DIMENSION_SQL = { STATE: "state", DISTRICT: "district", PINCODE: "pincode" } as const;

const quote = (text: string) => `'${text}'`;

function sumOf(metric: Metric): string {
  const counts = COUNTS_OF[metric].map((count) => COUNTS[count]!).join(" + ");
  return `SUM(CASE WHEN reports & ${REPORTS_OF[metric]} <> 0 THEN ${counts} END)::DOUBLE`;
}

function where(query: StatsQuery): string {
  const range = `date BETWEEN ${query.from} AND ${query.to}`;
  if (query.places === null) return range;
  const matches = query.places.map((place) => {
    if (place.level === "COUNTRY") return "TRUE";
    return `${DIMENSION_SQL[place.level]} = ${quote(place.code)}`;
  });
  return `${range} AND (${matches.join(" OR ")})`;
}

function datasetsOf({ measures, orderBy }: StatsQuery): number {
  return [...measures, ...(orderBy ? [orderBy] : [])].reduce((mask, one) => mask | REPORTS_OF[one.metric], 0);
}

function bucketSql(bucket: TimeGrain | null): string {
  if (bucket === null) return "0";
  return `date_diff('day', DATE '1970-01-01', date_trunc('${bucket.toLowerCase()}', DATE '1970-01-01' + date::INTEGER)::DATE)::INTEGER`;
}

function measureSql({ metric, aspect }: Measure, among: string): string {
  if (aspect === "SUM") return `m_${metric}`;
  if (aspect === "SHARE_OF_TOTAL") return `m_${metric} / NULLIF(SUM(m_${metric}) OVER (${among}), 0)`;
  return `CASE WHEN m_${metric} IS NOT NULL THEN (RANK() OVER (${among} ORDER BY m_${metric} DESC NULLS LAST))::DOUBLE END`;
}

/** Finest place first, as the store breaks ties. */
const finestFirst = (query: StatsQuery) =>
  (["PINCODE", "DISTRICT", "STATE"] as const)
    .filter((dimension) => query.groupBy.includes(dimension))
    .map((dimension) => DIMENSION_SQL[dimension]);

function statsSql(query: StatsQuery): string {
  const keys = query.groupBy.map((dimension) => DIMENSION_SQL[dimension]);
  const metrics = [
    ...new Set([...query.measures, ...(query.orderBy ? [query.orderBy] : [])].map((one) => one.metric)),
  ];
  const among = "PARTITION BY bucket";
  const order = query.orderBy
    ? [`${measureSql(query.orderBy, among)} ${query.orderBy.direction} NULLS LAST`]
    : [];
  return `
    WITH grouped AS (
      SELECT ${[...keys, `${bucketSql(query.bucket)} AS bucket`, ...metrics.map((one) => `${sumOf(one)} AS m_${one}`)].join(", ")}
      FROM activity WHERE ${where(query)} GROUP BY ${[...keys, "bucket"].join(", ")}
    )
    SELECT ${[...keys, "bucket", ...query.measures.map((one) => measureSql(one, among))].join(", ")}
    FROM grouped ORDER BY ${[...order, ...finestFirst(query), "bucket"].join(", ")}`;
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
    stats: (query) => rowsOf(connection, statsSql(query)),
    total: async (query) =>
      (
        await rowsOf(
          connection,
          `SELECT ${query.measures.map(({ metric }) => sumOf(metric)).join(", ")} FROM activity WHERE ${where(query)}`,
        )
      )[0]!,
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
