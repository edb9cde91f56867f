import { METRICS, type Metric } from "./metric.ts";
import { COUNTRY } from "./place-code.ts";

export type Language = "EN" | "HI";

/** What one address of the page shows. */
export interface View {
  /** Code of the selected place. */
  readonly place: string;
  readonly metric: Metric;
  readonly language: Language;
}

export const FIRST_VIEW: View = { place: COUNTRY, metric: "ACTIVITY", language: "EN" };

const slugOf = (metric: Metric) => metric.toLowerCase().replaceAll("_", "-");
const PLACE_CODE = /^(IN(-[A-Z]{2}(\/[a-z0-9-]+)?)?|\d{6})$/;

/** Reads a view from an address's query; what is missing or unknown there is as in the first view. */
export function parseView(search: string): View {
  const given = new URLSearchParams(search);
  const place = given.get("place") ?? "";
  const metric = METRICS.find((one) => slugOf(one) === given.get("metric")?.toLowerCase());
  return {
    place: PLACE_CODE.test(place) ? place : FIRST_VIEW.place,
    metric: metric ?? FIRST_VIEW.metric,
    language: given.get("lang") === "hi" ? "HI" : "EN",
  };
}

/** The query of the view's address, with its question mark; empty for the first view. */
export function formatView({ place, metric, language }: View): string {
  const parts: string[] = [];
  if (place !== FIRST_VIEW.place) parts.push(`place=${encodeURIComponent(place).replaceAll("%2F", "/")}`);
  if (metric !== FIRST_VIEW.metric) parts.push(`metric=${slugOf(metric)}`);
  if (language === "HI") parts.push("lang=hi");
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
