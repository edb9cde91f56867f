import { editDistance } from "./distance.ts";
import { foldName } from "./fold.ts";
import type { Mend, Mender, MendStep, RefusalCode } from "./mender.ts";
import { aliasesOf } from "./names.ts";
import type { District, Gazetteer, State } from "./place.ts";

/** Letters a folded name needs before one, before two edits may be mended; shorter ones are too alike by chance. */
const ONE_EDIT = 5;
const TWO_EDITS = 9;

/** States that others came out of: a district published under the older name may be the younger one's. */
const HEIRS: Readonly<Record<string, readonly string[]>> = {
  "IN-AP": ["IN-TG"],
  "IN-JK": ["IN-LA"],
  "IN-BR": ["IN-JH"],
  "IN-MP": ["IN-CG"],
  "IN-UP": ["IN-UK"],
};

interface Found<P> {
  readonly place: P;
  readonly step: MendStep;
}
type Lookup<P> = Found<P> | { readonly refused: RefusalCode };

/** Names of one level within one scope, by each of the ways a name can be met. */
interface NameIndex<P> {
  readonly exact: ReadonlyMap<string, P>;
  readonly alias: ReadonlyMap<string, P>;
  readonly folded: ReadonlyMap<string, P>;
}

type Named = State | District;

function indexNames<P extends Named>(places: readonly P[]): NameIndex<P> {
  const exact = new Map(places.map((place) => [place.name.EN, place]));
  const alias = new Map(
    places.flatMap((place) => aliasesOf(place.code).map((name): [string, P] => [name, place])),
  );
  const folded = new Map([...alias, ...exact].map(([name, place]) => [foldName(name), place]));
  return { exact, alias, folded };
}

const editsAllowed = (folded: string) => (folded.length >= TWO_EDITS ? 2 : folded.length >= ONE_EDIT ? 1 : 0);

function lookFuzzily<P>({ folded }: NameIndex<P>, name: string): P | "tie" | undefined {
  const key = foldName(name);
  let limit = editsAllowed(key);
  let nearest = new Set<P>();
  if (limit === 0) return undefined;
  for (const [candidate, place] of folded) {
    const edits = editDistance(key, candidate, limit);
    if (edits > limit) continue;
    if (edits < limit) nearest = new Set();
    limit = edits;
    nearest.add(place);
  }
  return nearest.size > 1 ? "tie" : [...nearest][0];
}

function lookExactly<P>(index: NameIndex<P>, name: string): Found<P> | undefined {
  for (const step of ["exact", "alias", "folded"] as const) {
    const place = index[step].get(step === "folded" ? foldName(name) : name);
    if (place !== undefined) return { place, step };
  }
  return undefined;
}

/** Looks in the scopes in turn, first as written, then with a few letters amiss; names as near in two ways are refused. */
function look<P>(scopes: readonly NameIndex<P>[], name: string, unknown: RefusalCode): Lookup<P> {
  for (const scope of scopes) {
    const found = lookExactly(scope, name);
    if (found !== undefined) return found;
  }
  for (const scope of scopes) {
    const place = lookFuzzily(scope, name);
    if (place === "tie") return { refused: "AMBIGUOUS_DISTRICT" };
    if (place !== undefined) return { place, step: "fuzzy" };
  }
  return { refused: unknown };
}

const STEPS: readonly MendStep[] = ["exact", "alias", "folded", "fuzzy", "pincode"];
const later = (a: MendStep, b: MendStep) => (STEPS.indexOf(a) > STEPS.indexOf(b) ? a : b);

interface NameMend {
  readonly state: State | null;
  readonly district: Lookup<District>;
}

/** A name written in other capitals is not another name. */
const sameName = (place: Named, raw: string) => place.name.EN.toLowerCase() === raw.toLowerCase();

/**
 * A mender over the gazetteer. A name is looked for as published, as an alias, folded (case, accents, marks), and
 * then with one edit (two from nine letters on) within its state and the states that came out of it; a tie is
 * refused. What names cannot tell, the pincode's home district does, if it lies in the published state or bears
 * the published district's name, or if what stands for the state is none. The step told is the latest one needed.
 */
export function makeMender(gazetteer: Gazetteer): Mender {
  const states = indexNames(gazetteer.states);
  const byState = gazetteer.states.map((state) =>
    indexNames(gazetteer.districts.filter((district) => district.state === state.index)),
  );
  const family = (state: State): State[] => {
    const heirs = HEIRS[state.code] ?? [];
    return [state, ...gazetteer.states.filter((one) => heirs.includes(one.code))];
  };

  const mendNames = (rawState: string, rawDistrict: string): NameMend => {
    const state = look([states], rawState, "UNKNOWN_STATE");
    if ("refused" in state) return { state: null, district: { refused: "UNKNOWN_STATE" } };
    const scopes = family(state.place).map((one) => byState[one.index]!);
    const district = look(scopes, rawDistrict, "UNKNOWN_DISTRICT");
    if ("refused" in district) return { state: state.place, district };
    return {
      state: state.place,
      district: { place: district.place, step: later(state.step, district.step) },
    };
  };

  const byPincode = (state: State | null, rawDistrict: string, pincode: string): District | null => {
    const place = gazetteer.find(pincode);
    if (place?.level !== "PINCODE") return null;
    const home = gazetteer.districts[place.district]!;
    if (state === null || family(state).some((one) => one.index === home.state)) return home;
    const named = lookExactly(byState[home.state]!, rawDistrict);
    return named?.place === home ? home : null;
  };

  const seen = new Map<string, NameMend>();
  const mendOnce = (rawState: string, rawDistrict: string): NameMend => {
    const key = `${rawState}\0${rawDistrict}`;
    const before = seen.get(key);
    if (before !== undefined) return before;
    const names = mendNames(rawState, rawDistrict);
    seen.set(key, names);
    return names;
  };

  return (rawState, rawDistrict, pincode): Mend => {
    const names = mendOnce(rawState, rawDistrict);
    const told = (district: District, step: MendStep): Mend => ({
      district: district.code,
      step,
      stateRenamed: !sameName(gazetteer.states[district.state]!, rawState),
      districtRenamed: !sameName(district, rawDistrict),
    });
    if ("place" in names.district) return told(names.district.place, names.district.step);
    const home = byPincode(names.state, rawDistrict, pincode);
    return home === null ? names.district : told(home, "pincode");
  };
}
