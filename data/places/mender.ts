/** How a published (state, district, pincode) was brought to a district of the gazetteer. */
export type MendStep = "exact" | "alias" | "folded" | "fuzzy" | "pincode";

/** Why a published place could not be brought to a district. */
export type RefusalCode = "UNKNOWN_STATE" | "UNKNOWN_DISTRICT" | "BAD_PINCODE" | "AMBIGUOUS_DISTRICT";

export type Mend =
  | {
      readonly district: string;
      readonly step: MendStep;
      readonly stateRenamed: boolean;
      readonly districtRenamed: boolean;
    }
  | { readonly refused: RefusalCode };

/**
 * Brings a published place to a district code (IN-XX/slug) of the gazetteer.
 * Pure: the same three fields give the same mend. Callers memoise by the three fields where it pays.
 */
export type Mender = (state: string, district: string, pincode: string) => Mend;
