import type { Place as PlaceShape } from "../data/places/place.ts";
import type { NationRisk, Profile } from "../engines/nation/risk.ts";
import { SECTORS, type Sector } from "../engines/risk/formulas.ts";
import type { NamedInput } from "../engines/risk/inputs.ts";
import { RISK_CAVEAT, SECTOR_NAMES } from "../engines/risk/words.ts";
import { placesAt } from "../engines/within.ts";
import { builder } from "./builder.ts";
import { countPage } from "./estimate.ts";
import { LanguageEnum } from "./language.ts";
import { pageSize } from "./page.ts";
import { Place } from "./place.ts";

const PEERS = 5;
const PROFILES = 8;

const CAVEAT = RISK_CAVEAT.EN;

export const SectorEnum = builder.enumType("Sector", {
  description: `The five sectors that the counts are read for. ${CAVEAT}`,
  values: {
    EDUCATION: { description: "Children whose mandatory biometric updates lag behind enrolments." },
    HUNGER: {
      description: "Adults' demographic updates, mass movements and spikes: entitlements that move.",
    },
    RURAL: { description: "Demographic updates to an enrolment, and ghost populations." },
    ELECTORAL: { description: "Enrolments of adults, influx and spikes." },
    LABOUR: { description: "Adults' demographic and biometric updates, and mass movements." },
  } as const,
});

export const RiskLevelEnum = builder.enumType("RiskLevel", {
  description: "How high a score of 0 to 100 is, where RISK_LEVELS sets no other bounds.",
  values: {
    LOW: { description: "Below 30." },
    MEDIUM: { description: "From 30." },
    HIGH: { description: "From 50." },
    CRITICAL: { description: "From 70." },
  } as const,
});

const languageArg = { type: LanguageEnum, defaultValue: "EN", description: "Language of it." } as const;

const NamedValue = builder.objectRef<NamedInput>("NamedValue");
NamedValue.implement({
  description: "A number that went into a score.",
  fields: (t) => ({
    name: t.exposeString("name", {
      description:
        "E05, E517, E18 enrolments, D517, D17 demographic and B517, B17 biometric updates by age; a shrunk rate; a component of 0..1; or pincodes, for places above.",
    }),
    value: t.exposeFloat("value", {
      nullable: true,
      description: "Null where the place filed no such report.",
    }),
  }),
});

/** A place's score in a sector. */
interface SectorScore {
  readonly risk: NationRisk;
  readonly place: PlaceShape;
  readonly sector: Sector;
}

const SectorRisk = builder.objectRef<SectorScore>("SectorRisk");
SectorRisk.implement({
  description: `A place's score in one sector. ${CAVEAT}`,
  fields: (t) => ({
    sector: t.expose("sector", { type: SectorEnum, description: "Which." }),
    name: t.string({
      description: "The sector's name.",
      args: { language: t.arg(languageArg) },
      resolve: ({ sector }, { language }) => SECTOR_NAMES[sector][language ?? "EN"],
    }),
    score: t.float({
      description: "0..100. Of places above pincodes the mean of theirs, weighted by activity.",
      resolve: ({ risk, place, sector }) => risk.sector(place, sector),
    }),
    level: t.field({
      type: RiskLevelEnum,
      description: "How high that is.",
      resolve: ({ risk, place, sector }) => risk.levelOf(risk.sector(place, sector))!,
    }),
    explanation: t.string({
      description: "Formula in words, with the inputs that gave this score, and the caveat.",
      args: { language: t.arg(languageArg) },
      resolve: ({ risk, place, sector }, { language }) => risk.explainSector(place, sector, language ?? "EN"),
    }),
    inputs: t.field({
      type: [NamedValue],
      complexity: { field: 1, multiplier: 8 },
      description: "What gave the score.",
      resolve: ({ risk, place, sector }) => risk.inputs(place, sector),
    }),
  }),
});

const SectorMean = builder.objectRef<{ readonly sector: Sector; readonly mean: number }>("SectorMean");
SectorMean.implement({
  description: "The mean score of a profile's pincodes in a sector.",
  fields: (t) => ({
    sector: t.expose("sector", { type: SectorEnum, description: "Which." }),
    mean: t.exposeFloat("mean", { description: "0..100." }),
  }),
});

export const RiskProfile = builder.objectRef<Profile>("RiskProfile");
RiskProfile.implement({
  description: `Pincodes with alike sector scores, found by k-means. ${CAVEAT}`,
  fields: (t) => ({
    id: t.id({
      description: "Number of the profile, the one with most pincodes being 0.",
      resolve: ({ number }) => String(number),
    }),
    label: t.string({
      description: "What its centre says: which sectors are high and low beside all pincodes.",
      args: { language: t.arg(languageArg) },
      resolve: ({ label }, { language }) => label[language ?? "EN"],
    }),
    pincodes: t.exposeInt("pincodes", { description: "Pincodes in it." }),
    sectors: t.field({
      type: [SectorMean],
      complexity: { field: 1, multiplier: SECTORS.length },
      description: "Mean scores of its pincodes.",
      resolve: ({ means }) => SECTORS.map((sector) => ({ sector, mean: means[sector] })),
    }),
  }),
});

const Risk = builder.objectRef<Omit<SectorScore, "sector">>("Risk");
Risk.implement({
  description: `How a place stands in five sectors beside all others. ${CAVEAT}`,
  fields: (t) => ({
    score: t.float({
      description: "0..100: the sectors' weighted mean.",
      resolve: ({ risk, place }) => risk.score(place),
    }),
    level: t.field({
      type: RiskLevelEnum,
      description: "How high that is.",
      resolve: ({ risk, place }) => risk.levelOf(risk.score(place))!,
    }),
    sectors: t.field({
      type: [SectorRisk],
      complexity: { field: 1, multiplier: SECTORS.length },
      description: "The five sectors.",
      resolve: (one) => SECTORS.map((sector) => ({ ...one, sector })),
    }),
    anomaly: t.boolean({
      description: "Whether a pincode's sector scores stand apart from all others' (isolation forest).",
      resolve: ({ risk, place }) => risk.standsApart(place),
    }),
    anomalyScore: t.float({
      nullable: true,
      description: "How far they stand apart, 0..1; about 0.5 is usual. Null above pincodes.",
      resolve: ({ risk, place }) => risk.apart(place),
    }),
    profile: t.field({
      type: RiskProfile,
      nullable: true,
      description: "The profile of a pincode. Null above pincodes.",
      resolve: ({ risk, place }) => risk.profile(place),
    }),
    explanation: t.string({
      description: "Formula in words, with the sector scores that gave this one, and the caveat.",
      args: { language: t.arg(languageArg) },
      resolve: ({ risk, place }, { language }) => risk.explain(place, language ?? "EN"),
    }),
    caveat: t.string({
      description: "What the score is not.",
      args: { language: t.arg(languageArg) },
      resolve: (_, { language }) => RISK_CAVEAT[language ?? "EN"],
    }),
  }),
});

const NOT_READY = "Null, with ENGINE_NOT_READY, in the first minute of a new dataset.";

builder.interfaceField(Place, "risk", (t) =>
  t.field({
    type: Risk,
    nullable: true,
    complexity: 5,
    description: `How the place stands in five sectors. Null where it filed no report. ${NOT_READY} ${CAVEAT}`,
    resolve: (place, _, { engines }) => {
      const risk = engines.risk();
      return risk.has(place) ? { risk, place } : null;
    },
  }),
);

builder.interfaceField(Place, "peers", (t) =>
  t.field({
    type: [Place],
    nullable: true,
    complexity: ({ first }) => ({ field: 20, multiplier: countPage(first, PEERS) }),
    description: `Places at the same level with the most alike sector scores, the most alike first. ${NOT_READY}`,
    args: { first: t.arg.int({ defaultValue: PEERS, description: "At most so many, from 1 to 1000." }) },
    resolve: (place, { first }, { store, engines }) => {
      const all = placesAt(store.gazetteer, place.level);
      return Array.from(engines.risk().peers(place, pageSize(first, PEERS)), (index) => all[index]!);
    },
  }),
);

builder.queryField("riskProfiles", (t) =>
  t.field({
    type: [RiskProfile],
    nullable: true,
    complexity: { field: 1, multiplier: PROFILES },
    description: `Groups of pincodes with alike sector scores, the largest first. ${NOT_READY}`,
    resolve: (_root, _args, { engines }) => [...engines.risk().profiles],
  }),
);
