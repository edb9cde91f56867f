import { COUNTS, COUNTS_OF, DATASETS } from "../activity/metric.ts";
import type { ActivityRows } from "../activity/rows.ts";
import type { Gazetteer } from "../places/place.ts";
import type { Cells } from "./cells.ts";
import type { Pairs } from "./pairs.ts";

type Column = Uint8Array | Uint16Array | Uint32Array;

/** Keeps the cells in which a dataset reported anything, as rows; dictionaries hold what occurs. */
export function packRows(gazetteer: Gazetteer, pairs: Pairs, cells: Cells): ActivityRows {
  const masks = maskOf(cells);
  const days = cells.days.length;
  let length = 0;
  for (const mask of masks) if (mask > 0) length++;
  const cellOf = new Uint32Array(length);
  const date = new Uint16Array(length);
  const reports = new Uint8Array(length);
  const pairOf = new Uint32Array(length);
  for (let cell = 0, row = 0; cell < masks.length; cell++) {
    if (masks[cell] === 0) continue;
    cellOf[row] = cell;
    date[row] = cells.days[cell % days]!;
    reports[row] = masks[cell]!;
    pairOf[row] = Math.floor(cell / days);
    row++;
  }
  const pincode = encode(pairOf, pairs.pincode);
  const district = encode(pairOf, pairs.district);
  return {
    districts: district.used.map((index) => gazetteer.districts[index]!.code),
    pincodes: pincode.used.map((index) => gazetteer.pincodes[index]!.code),
    date,
    district: district.column,
    pincode: pincode.column,
    reports,
    counts: COUNTS.map((_, count) => narrow(cells.counts[count]!, cellOf)),
  };
}

/** By cell: bit d is set where dataset d counted anybody; the publication has no rows of zeros. */
function maskOf(cells: Cells): Uint8Array {
  const masks = new Uint8Array(cells.counts[0]!.length);
  DATASETS.forEach((kind, dataset) => {
    for (const count of COUNTS_OF[kind]) {
      const column = cells.counts[count]!;
      for (let cell = 0; cell < masks.length; cell++) if (column[cell]! > 0) masks[cell]! |= 1 << dataset;
    }
  });
  return masks;
}

/** A column of positions in `used`, the ascending list of the place indices that occur. */
function encode(pairOf: Uint32Array, place: Uint16Array): { used: number[]; column: Uint16Array } {
  const occurs = new Uint8Array(65_536);
  for (const pair of pairOf) occurs[place[pair]!] = 1;
  const used: number[] = [];
  const position = new Uint16Array(65_536);
  occurs.forEach((yes, index) => {
    if (yes === 1) position[index] = used.push(index) - 1;
  });
  return { used, column: Uint16Array.from(pairOf, (pair) => position[place[pair]!]!) };
}

/** The chosen values in the narrowest array that holds them. */
function narrow(values: Uint32Array, chosen: Uint32Array): Column {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  const Narrowest = most < 256 ? Uint8Array : most < 65_536 ? Uint16Array : Uint32Array;
  const column = new Narrowest(chosen.length);
  for (let row = 0; row < chosen.length; row++) column[row] = values[chosen[row]!]!;
  return column;
}
