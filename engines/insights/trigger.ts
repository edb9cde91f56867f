import type { Place } from "../../data/places/place.ts";
import type { NationRisk } from "../nation/risk.ts";
import type { Component } from "../risk/components.ts";
import { RISK_WEIGHTS, type Sector, termsOf } from "../risk/formulas.ts";
import type { RiskLevel } from "../risk/level.ts";
import { COMPONENT_WORDS, SECTOR_NAMES } from "../risk/words.ts";
import type { Words } from "../words.ts";

const LEVEL_NAMES: Readonly<Record<RiskLevel, Words>> = {
  LOW: { EN: "low", HI: "निम्न" },
  MEDIUM: { EN: "medium", HI: "मध्यम" },
  HIGH: { EN: "high", HI: "उच्च" },
  CRITICAL: { EN: "critical", HI: "गंभीर" },
};

/** The part of a pincode's sector score that gives most points. */
export interface LeadingTerm {
  readonly component: Component;
  /** Of 100. */
  readonly points: number;
}

/**
 * The component that weighs most in a pincode's sector score, the first in the formula where several do; null where none
 * gives a point, and above pincodes, whose scores are means of theirs.
 */
export function leadingTerm(risk: NationRisk, place: Place, sector: Sector): LeadingTerm | null {
  if (place.level !== "PINCODE") return null;
  const values = new Map(risk.inputs(place, sector).map(({ name, value }) => [name, value]));
  return termsOf(RISK_WEIGHTS.sectors[sector])
    .map(([component, weight]) => ({ component, points: weight * (values.get(component) ?? 0) }))
    .reduce<LeadingTerm | null>((most, term) => (term.points > (most?.points ?? 0) ? term : most), null);
}

/** What a pincode's score is mostly made of; of a place above, how many pincodes it is the mean of. */
function madeOf(risk: NationRisk, place: Place, sector: Sector): Words {
  if (place.level !== "PINCODE") {
    const pincodes = risk.inputs(place, sector)[0]!.value;
    return {
      EN: ` It is the mean of ${pincodes} pincodes, weighted by their activity.`,
      HI: ` यह ${pincodes} पिनकोडों का उनकी गतिविधि से भारित औसत है।`,
    };
  }
  const leading = leadingTerm(risk, place, sector);
  if (leading === null) return { EN: "", HI: "" };
  const points = leading.points.toFixed(0);
  const words = COMPONENT_WORDS[leading.component];
  return {
    EN: ` The largest part, ${points} points, is for “${words.EN}”.`,
    HI: ` सबसे बड़ा भाग, ${points} अंक, “${words.HI}” का है।`,
  };
}

/** The finding that a step answers: a place's score in a sector, its level, and what it is made of; null without a score. */
export function triggerOf(risk: NationRisk, place: Place, sector: Sector): Words | null {
  const score = risk.sector(place, sector);
  const level = risk.levelOf(score);
  if (level === null) return null;
  const [name, shown, made] = [SECTOR_NAMES[sector], score.toFixed(0), madeOf(risk, place, sector)];
  const { EN, HI } = LEVEL_NAMES[level];
  return {
    EN: `The ${name.EN} score of ${place.name.EN} is ${shown} of 100: ${EN}.${made.EN}`,
    HI: `${place.name.HI} का ${name.HI} अंक 100 में ${shown} है: ${HI}।${made.HI}`,
  };
}
