import type { DatasetSource } from "../activity/dataset.ts";
import { formatDay } from "../activity/day.ts";
import type { ActivityRows } from "../activity/rows.ts";
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

/**
 * What every export of the snapshot says of itself: dataset version and source (OFFICIAL or SAMPLE), coverage,
 * licence and how to cite it. The same for the same snapshot: it holds no time of exporting.
 */
export function aboutSnapshot(manifest: Manifest, rows: ActivityRows): Map<string, string> {
  const { version, source, publishedAt } = manifest;
  const { first, last } = extent(rows.date);
  const [from, to] = [formatDay(first), formatDay(last)];
  return new Map([
    ["title", TITLE],
    ["dataset_version", version],
    ["source", source],
    ["published_at", publishedAt],
    ["from", from],
    ["to", to],
    ["rows", String(rows.date.length)],
    ["licence", LICENCE[source]],
    [
      "citation",
      `${AUTHOR[source]}, ${from} to ${to}; exported by Pulse of Bharat, dataset version ${version}`,
    ],
  ]);
}
