import type { Mender } from "../mender.ts";
import type { PincodeEntry } from "../pincode-file.ts";
import type { PostOffice } from "./postal.ts";

/** A point is refused beyond this many times the distance within which most of its district's pincodes lie … */
const REACH = 4;
/** … and never within this many kilometres of the district's middle. */
const NEAR_KM = 60;
const MOST = 0.8;

const KM_PER_DEGREE = 111.2;

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

interface Draft extends Point {
  readonly code: string;
  readonly district: string;
  readonly name: string;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)]!;
}

const middleOf = (points: readonly Point[]): Point => ({
  latitude: quantile(
    points.map((one) => one.latitude),
    0.5,
  ),
  longitude: quantile(
    points.map((one) => one.longitude),
    0.5,
  ),
});

/** Kilometres on a plane that touches the earth at the first point: exact enough within a district. */
function kilometres(a: Point, b: Point): number {
  const east = (b.longitude - a.longitude) * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(b.latitude - a.latitude, east) * KM_PER_DEGREE;
}

function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]![0];
}

/** A name that a reader knows as a place: words, no initials, brackets or offices' abbreviations. */
const PLAIN = /^\p{L}{3,}( \p{L}{3,})*$/u;
const OFFICE = / (H\.?O|G\.?P\.?O|S\.?O|B\.?O)\.?$/i;

/**
 * A name for the pincode's area out of its offices': its taluk's or district's where an office bears it, else of the
 * plainly named ones the nearest to the middle of them all.
 */
function nameOf(offices: readonly PostOffice[], middle: Point): string {
  const known = new Set([
    commonest(offices.map((one) => one.taluk)),
    commonest(offices.map((one) => one.district)),
  ]);
  const named = offices.map((one) => ({ name: one.name.replace(OFFICE, ""), away: kilometres(middle, one) }));
  const rank = ({ name }: { name: string }) => (known.has(name) ? 0 : PLAIN.test(name) ? 1 : 2);
  return named.toSorted((a, b) => rank(a) - rank(b) || a.away - b.away || (a.name < b.name ? -1 : 1))[0]!
    .name;
}

function draftOf(
  code: string,
  offices: readonly PostOffice[],
  districtOf: (office: PostOffice) => string | null,
): Draft[] {
  const known = offices.flatMap((office) => districtOf(office) ?? []);
  if (known.length === 0) return [];
  const district = commonest(known);
  const middle = middleOf(offices.filter((office) => districtOf(office) === district));
  return [{ code, district, name: nameOf(offices, middle), ...middle }];
}

/** Whether the point lies where its district is: a slip of a digit puts some into another state, or the sea. */
function isPlausible(point: Point, neighbours: readonly Point[]): boolean {
  const middle = middleOf(neighbours);
  const usual = quantile(
    neighbours.map((one) => kilometres(middle, one)),
    MOST,
  );
  return kilometres(middle, point) <= Math.max(NEAR_KM, REACH * usual);
}

const rounded = (degrees: number) => Number(degrees.toFixed(4));

/**
 * One entry per pincode: home district by most of its post offices, the median of their points, and a name.
 * Points far outside their district (see REACH, NEAR_KM) are left out, the pincode kept without.
 */
export function derivePincodes(offices: readonly PostOffice[], mend: Mender): PincodeEntry[] {
  const districtOf = (office: PostOffice) => {
    const found = mend(office.state, office.district, "");
    return "district" in found ? found.district : null;
  };
  const drafts = [...Map.groupBy(offices, (office) => office.pincode)].flatMap(([code, own]) =>
    draftOf(code, own, districtOf),
  );
  const byDistrict = Map.groupBy(drafts, (draft) => draft.district);
  return drafts
    .map(({ code, district, name, latitude, longitude }): PincodeEntry => {
      const fits = isPlausible({ latitude, longitude }, byDistrict.get(district)!);
      const point = fits
        ? { latitude: rounded(latitude), longitude: rounded(longitude) }
        : { latitude: null, longitude: null };
      return { code, district, name, ...point };
    })
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
