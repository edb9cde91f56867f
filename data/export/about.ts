import type { Dataset, DatasetSource } from "../activity/dataset.ts";
import { formatDay } from "../activity/day.ts";
import type { ActivityRows } from "../activity/rows.ts";
import type { StatsQuery, StatsResult } from "../activity/store.ts";
import type { Manifest } from "../snapshot/manifest.ts";

const TITLE = "Aadhaar enrolment and update counts by date, district and pincode";

const LICENCE: Readonly<Record<DatasetSource, string>> = {
  OFFICIAL: "Government Open Data License - India (GODL-India); places: GeoNames, CC BY 4.0",
  SAMPLE: "invented counts: MIT; their sums by state and month: GODL-India; places: GeoNames, CC BY 4.0",
};

const AUTHOR: Readonly<Record<DatasetSource, string>> = {
  OFFICIAL: "Unique Identification Authority of India, open data on Aadhaar enrolment and updates",
  SAMPLE: "Pulse of Bharat, sample data: no figure of a pincode or district is real",
};

function extent(dates: Uint16Array): { first: number; last: number } {
  let [first, last] = [0xffff, 0];
  for (const date of dates) {
    if (date < first) first = date;
    if (date > last) last = date;
  }
  return { first, last };
}

/** Whose words and numbers they are, and how to cite them. */
function provenance(
  about: Pick<Dataset, "version" | "source" | "publishedAt" | "from" | "to" | "rows">,
): [string, string][] {
  const { version, source, publishedAt, from, to, rows } = about;
  return [
    ["dataset_version", version],
    ["source", source],
    ["published_at", publishedAt],
    ["from", from],
    ["to", to],
    ["rows", String(rows)],
    ["licence", LICENCE[source]],
    [
      "citation",
      `${AUTHOR[source]}, ${from} to ${to}; exported by Pulse of Bharat, dataset version ${version}`,
    ],
  ];
}

/**
 * What every export of the snapshot says of itself: dataset version and source (OFFICIAL or SAMPLE), coverage,
 * licence and how to cite it. The same for the same snapshot: it holds no time of exporting.
 */
export function aboutSnapshot(manifest: Manifest, rows: ActivityRows): Map<string, string> {
  const { first, last } = extent(rows.date);
  return new Map([
    ["title", TITLE],
    ...provenance({ ...manifest, rows: rows.date.length, from: formatDay(first), to: formatDay(last) }),
  ]);
}

/**
 * What an export of a stats query says of itself: the same, the query, and what its answer rests on. `from` and
 * `to` are the query's.
 * @param asked the query as an address that asks for it again
 */
export function aboutStats(
  dataset: Dataset,
  query: StatsQuery,
  { totalGroups, days, compared }: Pick<StatsResult, "totalGroups" | "days" | "compared">,
  asked: string,
): Map<string, string> {
  return new Map([
    ["title", "Aadhaar enrolment and update counts, aggregated"],
    ["query", asked],
    ...provenance({
      ...dataset,
      rows: totalGroups,
      from: formatDay(query.from),
      to: formatDay(query.to),
    }),
    ["report_days", String(days.reportDays)],
    ["batches", String(days.batches)],
    ["covered_days", String(days.coveredDays)],
    ["missing_days", String(days.missingDays)],
    ...(compared === null
      ? []
      : ([
          ["compared_from", formatDay(compared.from)],
          ["compared_to", formatDay(compared.to)],
          ["compared_report_days", String(compared.reportDays)],
          ["compared_aligned", String(compared.aligned)],
        ] as const)),
  ]);
}
