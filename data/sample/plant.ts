import { formatDay } from "../activity/day.ts";
import type { DatasetKind } from "../activity/metric.ts";
import type { Gazetteer, Place } from "../places/place.ts";
import type { Pairs } from "./pairs.ts";
import type { PlantedAnomaly, PlantedEffect } from "./planted.ts";
import type { Random } from "./random.ts";
import { datasetsOf, RECIPES, type Recipe } from "./recipes.ts";
import { chooseSpan } from "./span.ts";

/**
 * Most of its state's counts a place may have: the state's total is given, so that what a larger one
 * gained or lost the rest of the state would visibly make up for.
 */
const MOST_OF_STATE = 0.25;

/** Chooses places and days for every recipe; one that runs out of eligible places plants fewer. */
export function plant(
  gazetteer: Gazetteer,
  pairs: Pairs,
  expected: Readonly<Record<DatasetKind, Float64Array>>,
  year: number,
  random: Random,
): PlantedAnomaly[] {
  const planted: PlantedAnomaly[] = [];
  const taken = new Set<string>();
  for (const recipe of RECIPES) {
    const usual = usualCounts(pairs, expected, recipe);
    const ofState = usualCounts(pairs, expected, { ...recipe, level: "STATE" });
    const eligible = [...usual].filter(([, count]) => count >= recipe.usual[0] && count <= recipe.usual[1]);
    const places = eligible
      .map(([index]) => placesAt(gazetteer, recipe)[index]!)
      .filter((place) => usual.get(place.index)! <= share(recipe) * ofState.get(stateOf(gazetteer, place))!);
    for (let i = 0; i < recipe.many; i++) {
      const free = places.filter((place) => !lineage(gazetteer, place).some((code) => taken.has(code)));
      if (free.length === 0) break;
      const place = free[random.below(free.length)]!;
      taken.add(place.code);
      const span = chooseSpan(recipe, year, random);
      const effects = chooseEffects(recipe, usual.get(place.index)!, random);
      planted.push({
        id: `planted-${String(planted.length + 1).padStart(3, "0")}`,
        kind: recipe.kind,
        level: place.level,
        code: place.code,
        metric: recipe.metric,
        from: formatDay(span.from),
        to: formatDay(span.to),
        factor: effects[0]!.factor,
        effects,
      });
    }
  }
  return planted;
}

function share({ level }: Recipe): number {
  return level === "STATE" ? 1 : MOST_OF_STATE;
}

function stateOf(gazetteer: Gazetteer, place: Place): number {
  if (place.level === "PINCODE") return gazetteer.districts[place.district]!.state;
  return place.level === "DISTRICT" ? place.state : place.index;
}

function placesAt(gazetteer: Gazetteer, { level }: Recipe): readonly Place[] {
  return { STATE: gazetteer.states, DISTRICT: gazetteer.districts, PINCODE: gazetteer.pincodes }[level];
}

/** By index of the place at the recipe's level: the expected count a report day of what the recipe touches. */
function usualCounts(
  pairs: Pairs,
  expected: Readonly<Record<DatasetKind, Float64Array>>,
  recipe: Recipe,
): Map<number, number> {
  const place = { STATE: pairs.state, DISTRICT: pairs.district, PINCODE: pairs.pincode }[recipe.level];
  const usual = new Map<number, number>();
  for (let pair = 0; pair < pairs.length; pair++) {
    let count = usual.get(place[pair]!) ?? 0;
    for (const kind of datasetsOf(recipe.metric)) count += expected[kind][pair]!;
    usual.set(place[pair]!, count);
  }
  return usual;
}

function chooseEffects(recipe: Recipe, usual: number, random: Random): PlantedEffect[] {
  const [low, high] = recipe.factor;
  const drawn = low + (high - low) * random.unit();
  const factor = Math.floor((recipe.aim === undefined ? drawn : recipe.aim / usual) * 100 + 0.5) / 100;
  const effects = datasetsOf(recipe.metric).map((metric) => ({ metric, factor }));
  return recipe.also === undefined ? effects : [...effects, recipe.also];
}

/** The place's code and those it lies in, the country left out. */
function lineage(gazetteer: Gazetteer, place: Place): string[] {
  if (place.level === "PINCODE")
    return [place.code, ...lineage(gazetteer, gazetteer.districts[place.district]!)];
  if (place.level === "DISTRICT") return [place.code, gazetteer.states[place.state]!.code];
  return [place.code];
}
