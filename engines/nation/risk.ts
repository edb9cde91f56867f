import type { Gazetteer, Language, Place, PlaceLevel } from "../../data/places/place.ts";
import type { Columns } from "../profiles/columns.ts";
import { profileLabels } from "../profiles/label.ts";
import { APART } from "../profiles/outliers.ts";
import { type PeersOf, peerFinder } from "../profiles/peers.ts";
import { standardise } from "../profiles/standardise.ts";
import { explainComposite, explainRolledUp, explainSector } from "../risk/explain.ts";
import { SECTORS, type Sector } from "../risk/formulas.ts";
import { type NamedInput, sectorInputs } from "../risk/inputs.ts";
import { LEVEL_THRESHOLDS, type LevelThresholds, type RiskLevel, riskLevel } from "../risk/level.ts";
import { rollUp } from "../risk/roll-up.ts";
import { SECTOR_NAMES } from "../risk/words.ts";
import type { Words } from "../words.ts";
import type { Assessed } from "./assess.ts";

/** A group of pincodes with alike sector scores. */
export interface Profile {
  readonly number: number;
  readonly label: Words;
  readonly pincodes: number;
  /** Mean score of its pincodes by sector, 0..100. */
  readonly means: Readonly<Record<Sector, number>>;
}

/** A place's scores, 0..100; NaN where no pincode of it has one. */
interface LevelScores {
  readonly composite: Float64Array;
  readonly sectors: Readonly<Record<Sector, Float64Array>>;
  /** Pincodes with a score in each place. */
  readonly pincodes: Int32Array;
}

const bySector = <V>(of: (sector: Sector) => V) =>
  Object.fromEntries(SECTORS.map((sector) => [sector, of(sector)])) as Record<Sector, V>;

/** The risk of every place, pincodes' rolled up by activity. */
export class NationRisk {
  /** Scores from which a place is MEDIUM, HIGH and CRITICAL. */
  readonly thresholds: LevelThresholds;
  readonly #assessed: Assessed;
  readonly #gazetteer: Gazetteer;
  readonly #levels = new Map<PlaceLevel, LevelScores>();
  readonly #peers = new Map<PlaceLevel, PeersOf>();
  #profiles: readonly Profile[] | null = null;

  constructor(assessed: Assessed, gazetteer: Gazetteer, thresholds: LevelThresholds = LEVEL_THRESHOLDS) {
    this.thresholds = thresholds;
    this.#assessed = assessed;
    this.#gazetteer = gazetteer;
  }

  /** The largest first. */
  get profiles(): readonly Profile[] {
    this.#profiles ??= profilesOf(this.#assessed);
    return this.#profiles;
  }

  /** A level's scores, rolled up when they are first asked for. */
  #level(level: PlaceLevel): LevelScores {
    const known = this.#levels.get(level) ?? scoresOfLevel(this.#assessed, this.#gazetteer, level);
    this.#levels.set(level, known);
    return known;
  }

  /** Whether any report gives the place a score. */
  has(place: Place): boolean {
    return !Number.isNaN(this.score(place));
  }

  /** The composite, 0..100; NaN where there is none. */
  score({ level, index }: Place): number {
    return this.#level(level).composite[index]!;
  }

  sector({ level, index }: Place, sector: Sector): number {
    return this.#level(level).sectors[sector][index]!;
  }

  /** Scores of a whole level: of a sector, or the composite where null. */
  column(level: PlaceLevel, sector: Sector | null): Float64Array {
    return sector === null ? this.#level(level).composite : this.#level(level).sectors[sector];
  }

  /** How high a score of 0..100 is; null where it is NaN. */
  levelOf(score: number): RiskLevel | null {
    return riskLevel(score, this.thresholds);
  }

  /** How far a pincode's sector scores stand apart, 0..1; null elsewhere. */
  apart({ level, index }: Place): number | null {
    const score = level === "PINCODE" ? this.#assessed.apart[index]! : Number.NaN;
    return Number.isNaN(score) ? null : score;
  }

  standsApart(place: Place): boolean {
    return (this.apart(place) ?? 0) > APART;
  }

  profile({ level, index }: Place): Profile | null {
    return level === "PINCODE" ? (this.profiles[this.#assessed.profile[index]!] ?? null) : null;
  }

  /** What gave a pincode its sector's score; of a place above, how many pincodes its mean is of. */
  inputs({ level, index }: Place, sector: Sector): NamedInput[] {
    const { columns, scores } = this.#assessed;
    if (level === "PINCODE") return sectorInputs(columns, scores, sector, index);
    return [{ name: "pincodes", value: this.#level(level).pincodes[index]! }];
  }

  explainSector(place: Place, sector: Sector, language: Language): string {
    const { level, index } = place;
    if (level === "PINCODE") return explainSector(this.#assessed.scores, sector, index, language);
    const { pincodes } = this.#level(level);
    return explainRolledUp(sector, this.sector(place, sector), pincodes[index]!, language);
  }

  explain(place: Place, language: Language): string {
    const { level, index } = place;
    if (level === "PINCODE") return explainComposite(this.#assessed.scores, index, language);
    return explainRolledUp(null, this.score(place), this.#level(level).pincodes[index]!, language);
  }

  /** Positions of the places of the same level with the most alike sector scores, the most alike first. */
  peers({ level, index }: Place, count: number): Int32Array {
    let find = this.#peers.get(level);
    if (find === undefined) {
      find = peerFinder(SECTORS.map((sector) => this.#level(level).sectors[sector]));
      this.#peers.set(level, find);
    }
    return find(index, count);
  }
}

function scoresOfLevel(
  { scores, activity }: Assessed,
  { states, districts, pincodes }: Gazetteer,
  level: PlaceLevel,
): LevelScores {
  if (level === "PINCODE") {
    const has = Int32Array.from(scores.composite, (score) => (Number.isNaN(score) ? 0 : 1));
    return { composite: scores.composite, sectors: scores.sectors, pincodes: has };
  }
  const parentOf = {
    COUNTRY: () => 0,
    STATE: (district: number) => districts[district]!.state,
    DISTRICT: (district: number) => district,
  }[level];
  const parents = { COUNTRY: 1, STATE: states.length, DISTRICT: districts.length }[level];
  const parent = Int32Array.from(pincodes, ({ district }) => parentOf(district));
  const up = (column: Float64Array) => rollUp(column, activity, parent, parents);
  const { score, children } = up(scores.composite);
  return {
    composite: score,
    pincodes: children,
    sectors: bySector((sector) => up(scores.sectors[sector]).score),
  };
}

/** Mean of each profile's rows by column. */
function meansOf(columns: Columns, profile: Int32Array, profiles: number): Float64Array[] {
  const sums = Array.from({ length: profiles }, () => new Float64Array(columns.length));
  const sizes = new Float64Array(profiles);
  profile.forEach((number, row) => {
    if (number < 0) return;
    sizes[number]!++;
    columns.forEach((column, at) => {
      sums[number]![at]! += column[row]!;
    });
  });
  return sums.map((sum, number) => sum.map((total) => total / sizes[number]!));
}

function profilesOf({ scores, profile }: Assessed): Profile[] {
  const features = SECTORS.map((sector) => scores.sectors[sector]);
  const count = profile.reduce((most, number) => Math.max(most, number + 1), 0);
  const means = meansOf(features, profile, count);
  const labels = profileLabels(
    meansOf(standardise(features).columns, profile, count),
    SECTORS.map((sector) => SECTOR_NAMES[sector]),
  );
  const sizes = new Int32Array(count);
  for (const number of profile) if (number >= 0) sizes[number]!++;
  return means.map((mean, number) => ({
    number,
    label: labels[number]!,
    pincodes: sizes[number]!,
    means: bySector((sector) => mean[SECTORS.indexOf(sector)]!),
  }));
}
