import { type Action, actionsFor } from "../engines/insights/actions.ts";
import { builder } from "./builder.ts";
import { LanguageEnum } from "./language.ts";
import { placeOf } from "./place-codes.ts";
import { RiskLevelEnum, SectorEnum } from "./risk.ts";
import { RoleEnum } from "./roles.ts";

const languageArg = { type: LanguageEnum, defaultValue: "EN", description: "Language of it." } as const;

export const RecommendedAction = builder.objectRef<Action>("RecommendedAction");
RecommendedAction.implement({
  description:
    "A step that a score suggests, from a reviewed table; somebody who knows the place should look first.",
  fields: (t) => ({
    sector: t.expose("sector", { type: SectorEnum, description: "Of which sector." }),
    level: t.expose("level", { type: RiskLevelEnum, description: "For which level of it." }),
    score: t.exposeFloat("score", { description: "The score, 0..100." }),
    trigger: t.string({
      description:
        "The finding that it answers: score, level, and of a pincode what gives most of it, of a place above how many pincodes it is the mean of.",
      args: { language: t.arg(languageArg) },
      resolve: ({ trigger }, { language }) => trigger[language ?? "EN"],
    }),
    action: t.string({
      description: "What may be done.",
      args: { language: t.arg(languageArg) },
      resolve: ({ action }, { language }) => action[language ?? "EN"],
    }),
  }),
});

builder.queryField("recommendedActions", (t) =>
  t.field({
    type: [RecommendedAction],
    nullable: true,
    complexity: { field: 5, multiplier: 5 },
    description:
      "What may be done in a place, the higher levels first, of one level in the order of the role; none where it filed no report. Null, with ENGINE_NOT_READY, in the first minute of a new dataset.",
    args: {
      place: t.arg.id({ required: true, description: "Code of any place." }),
      role: t.arg({ type: RoleEnum, defaultValue: "DISTRICT_ADMIN", description: "Who asks." }),
    },
    resolve: (_, { place, role }, { store, engines }) =>
      actionsFor(engines.risk(), placeOf(store.gazetteer, String(place), "place"), role ?? "DISTRICT_ADMIN"),
  }),
);
