import type { Role } from "../engines/assistant/understood.ts";
import { ROLES } from "../engines/insights/roles.ts";
import { builder } from "./builder.ts";
import { LanguageEnum } from "./language.ts";
import { MetricEnum } from "./metric.ts";
import { SectorEnum } from "./risk.ts";

const NAMES = Object.keys(ROLES) as Role[];

export const RoleEnum = builder.enumType("Role", {
  description: "Who asks: it decides what comes first, never a figure.",
  values: Object.fromEntries(
    NAMES.map((role) => [role, { description: `${ROLES[role].name.EN}.` }]),
  ) as Record<Role, { description: string }>,
});

const languageArg = { type: LanguageEnum, defaultValue: "EN", description: "Language of it." } as const;

const RoleProfile = builder.objectRef<Role>("RoleProfile");
RoleProfile.implement({
  description: "What comes first for one who asks in a role.",
  fields: (t) => ({
    role: t.field({ type: RoleEnum, description: "Which.", resolve: (role) => role }),
    name: t.string({
      description: "Its name.",
      args: { language: t.arg(languageArg) },
      resolve: (role, { language }) => ROLES[role].name[language ?? "EN"],
    }),
    concern: t.string({
      description: "What it looks for.",
      args: { language: t.arg(languageArg) },
      resolve: (role, { language }) => ROLES[role].concern[language ?? "EN"],
    }),
    metrics: t.field({
      type: [MetricEnum],
      description: "The metrics that come first.",
      resolve: (role) => [...ROLES[role].metrics],
    }),
    sectors: t.field({
      type: [SectorEnum],
      description: "The sectors, the nearest first.",
      resolve: (role) => [...ROLES[role].sectors],
    }),
    questions: t.stringList({
      description: "Questions to begin with.",
      args: { language: t.arg(languageArg) },
      resolve: (role, { language }) => ROLES[role].questions.map((one) => one[language ?? "EN"]),
    }),
  }),
});

builder.queryField("roles", (t) =>
  t.field({
    type: [RoleProfile],
    complexity: { field: 1, multiplier: NAMES.length },
    description: "The seven roles in which one may ask.",
    resolve: () => NAMES,
  }),
);
