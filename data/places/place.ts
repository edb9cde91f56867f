/** The four levels of the place tree, outermost first. */
export type PlaceLevel = "COUNTRY" | "STATE" | "DISTRICT" | "PINCODE";
export const PLACE_LEVELS: readonly PlaceLevel[] = ["COUNTRY", "STATE", "DISTRICT", "PINCODE"];

/** Languages names are held in: English and Hindi. */
export type Language = "EN" | "HI";

interface PlaceBase {
  /** Position within its level in the gazetteer that holds it; a gazetteer's levels are sorted by code. */
  readonly index: number;
  /** IN, IN-MH (ISO 3166-2:IN), IN-MH/pune, or the six digits of a pincode. */
  readonly code: string;
  readonly name: Readonly<Record<Language, string>>;
  /** Degrees north, WGS 84; null where no source places it. */
  readonly latitude: number | null;
  /** Degrees east, WGS 84; null where no source places it. */
  readonly longitude: number | null;
}

export interface Country extends PlaceBase {
  readonly level: "COUNTRY";
}
export interface State extends PlaceBase {
  readonly level: "STATE";
}
export interface District extends PlaceBase {
  readonly level: "DISTRICT";
  /** Index of its state. */
  readonly state: number;
}
export interface Pincode extends PlaceBase {
  readonly level: "PINCODE";
  /** Index of its home district: the one most of its post offices lie in. */
  readonly district: number;
}
export type Place = Country | State | District | Pincode;

/** All places known, indexed by level. Immutable. */
export interface Gazetteer {
  readonly country: Country;
  readonly states: readonly State[];
  readonly districts: readonly District[];
  readonly pincodes: readonly Pincode[];
  /** The place of this exact code, or undefined. */
  find(code: string): Place | undefined;
}
