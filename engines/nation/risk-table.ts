import { tableFromArrays, tableToIPC } from "@uwdata/flechette";
import { Fault } from "../../data/fault.ts";
import { decodeTable } from "../../data/snapshot/arrow.ts";
import { COMPONENTS } from "../risk/components.ts";
import { RISK_COUNTS, RISK_FLAGS } from "../risk/counts.ts";
import { SECTORS } from "../risk/formulas.ts";
import type { Assessed } from "./assess.ts";

const RATES = ["biometricPerChild", "demographicPerChild", "demographicPerEnrolment"] as const;
type Column = Float64Array | Int32Array;

const record = <K extends string, V>(names: readonly K[], of: (name: K) => V) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<K, V>;

/** The assessment as an Arrow table of one row a pincode, in the gazetteer's order. */
export function encodeAssessed({ columns, scores, activity, apart, profile }: Assessed): Uint8Array {
  const table: [string, Column][] = [
    ...[...RISK_COUNTS, ...RISK_FLAGS].map((name): [string, Column] => [`in.${name}`, columns[name]]),
    ...SECTORS.map((name): [string, Column] => [`sector.${name}`, scores.sectors[name]]),
    ...COMPONENTS.map((name): [string, Column] => [`component.${name}`, scores.components[name]]),
    ...RATES.map((name): [string, Column] => [`rate.${name}`, scores.rates[name]]),
    ["composite", scores.composite],
    ["activity", activity],
    ["apart", apart],
    ["profile", profile],
  ];
  return tableToIPC(tableFromArrays(table), { format: "file" })!;
}

/**
 * What encodeAssessed wrote.
 * @param pincodes how many there must be
 * @throws Fault DATA_NOT_READY where a column is missing, or of another length
 */
export function decodeAssessed(bytes: Uint8Array, pincodes: number): Assessed {
  const table = decodeTable(bytes);
  const column = <C extends Column>(name: string, kind: new (length: number) => C): C => {
    const values = table.column(name)?.toArray?.();
    if (values instanceof kind && values.length === pincodes) return values;
    throw new Fault(
      "DATA_NOT_READY",
      `The assessment stored with the snapshot lacks ${name} of ${pincodes} pincodes.`,
    );
  };
  const floats = (name: string) => column(name, Float64Array);
  return {
    columns: record([...RISK_COUNTS, ...RISK_FLAGS], (name) => floats(`in.${name}`)),
    scores: {
      sectors: record(SECTORS, (name) => floats(`sector.${name}`)),
      components: record(COMPONENTS, (name) => floats(`component.${name}`)),
      rates: record(RATES, (name) => floats(`rate.${name}`)),
      composite: floats("composite"),
    },
    activity: floats("activity"),
    apart: floats("apart"),
    profile: column("profile", Int32Array),
  };
}
