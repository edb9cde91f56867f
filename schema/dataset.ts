import type { Dataset as DatasetShape, Quality, QualityReason as Reason } from "../data/activity/dataset.ts";
import { parseDay } from "../data/activity/day.ts";
import { builder } from "./builder.ts";
import { cached } from "./cache-hint.ts";
import { USUAL } from "./estimate.ts";

const DatasetSourceEnum = builder.enumType("DatasetSource", {
  description: "Where the counts come from.",
  values: {
    OFFICIAL: {
      description: "Imported from UIDAI's open data files (Government Open Data License - India).",
    },
    SAMPLE: { description: "Generated for trying things out: no figure of it is real." },
  } as const,
});

const QualityReason = builder.objectRef<Reason>("QualityReason");
QualityReason.implement({
  description: "One reason for which published lines were turned away.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "Stable upper-case code, e.g. BAD_DATE." }),
    rows: t.exposeInt("rows", { description: "Lines turned away for it. Unit: published lines." }),
    example: t.exposeString("example", {
      nullable: true,
      description: "One such line with its file and line number. Null where none can be shown.",
    }),
  }),
});

const DatasetQuality = builder.objectRef<Quality>("DatasetQuality");
DatasetQuality.implement({
  description:
    "What the importer read, kept, mended and turned away, by reason; rowsRead = rowsKept + duplicates + rejected.",
  fields: (t) => ({
    rowsRead: t.exposeInt("rowsRead", {
      description: "Lines read. Unit: published lines, as all rows here.",
    }),
    rowsKept: t.exposeInt("rowsKept", { description: "Lines whose counts are in the dataset." }),
    duplicates: t.exposeInt("duplicates", {
      description: "Lines dropped since they equal an earlier one of the same kind in every field.",
    }),
    rejected: t.exposeInt("rejected", { description: "Lines turned away; `reasons` says why." }),
    reasons: t.expose("reasons", {
      type: [QualityReason],
      complexity: { field: 1, multiplier: USUAL.reasons },
      description: "Why lines were turned away.",
    }),
    renamedStates: t.exposeInt("renamedStates", {
      description: "Distinct published spellings of states that were brought to another name.",
    }),
    renamedDistricts: t.exposeInt("renamedDistricts", {
      description: "Distinct published spellings of (state, district) that were brought to another name.",
    }),
    missingDates: t.field({
      type: ["Date"],
      complexity: USUAL.missingDates,
      description: "Days between the first and the last report on which nothing was published.",
      resolve: (quality) => quality.missingDates.map((date) => parseDay(date)!),
    }),
  }),
});

export const Dataset = builder.objectRef<DatasetShape>("Dataset");
// Monitors ask it to learn of new data: it is asked again sooner than the counts are.
Dataset.implement({
  ...cached({ maxAge: 15 }),
  description: "The identity, coverage and quality of the counts that are served.",
  fields: (t) => ({
    version: t.exposeString("version", {
      description: "Content hash: equal versions give equal answers. 16 hexadecimal digits.",
    }),
    source: t.expose("source", {
      type: DatasetSourceEnum,
      description: "Official counts or the generated sample.",
    }),
    rows: t.exposeInt("rows", { description: "Rows of (date, district, pincode) held." }),
    pincodes: t.exposeInt("pincodes", { description: "Pincodes with at least one row." }),
    districts: t.exposeInt("districts", { description: "Districts with at least one row." }),
    states: t.exposeInt("states", { description: "States and union territories with at least one row." }),
    from: t.field({
      type: "Date",
      description: "First report date.",
      resolve: (dataset) => parseDay(dataset.from)!,
    }),
    to: t.field({
      type: "Date",
      description: "Last report date.",
      resolve: (dataset) => parseDay(dataset.to)!,
    }),
    publishedAt: t.expose("publishedAt", {
      type: "DateTime",
      description: "When the snapshot that is served was written.",
    }),
    quality: t.expose("quality", {
      type: DatasetQuality,
      description: "What the import kept and turned away; the sample's speaks of its own making.",
    }),
  }),
});

builder.queryField("dataset", (t) =>
  t.field({
    type: Dataset,
    description: "What is served: version, source (OFFICIAL or SAMPLE), coverage, row counts, quality.",
    resolve: (_root, _args, { store }) => store.dataset,
  }),
);
