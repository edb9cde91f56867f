import { ENTRY, Spellings, type SpellingTable } from "./spellings.ts";

/** Whether entry `a` of a table was met before entry `b` of another: in an earlier file, or on an earlier line. */
function isEarlier(one: Uint32Array, a: number, other: Uint32Array, b: number): boolean {
  const file = one[a * ENTRY + 2]! - other[b * ENTRY + 2]!;
  return file === 0 ? one[a * ENTRY + 3]! < other[b * ENTRY + 3]! : file < 0;
}

/**
 * Brings the spellings of several readers together, as one reader of all their files would have met them.
 * @param tables each in the order of files and lines
 * @returns for each table, the merged ids of its own
 */
export function mergeSpellings(tables: readonly SpellingTable[]): {
  spellings: Spellings;
  ids: Uint32Array[];
} {
  const spellings = new Spellings();
  const names = tables.map((table) => spellings.names.idsOf(table.names));
  const ids = tables.map(({ size }) => new Uint32Array(size));
  const next = tables.map(() => 0);
  for (;;) {
    let first = -1;
    for (let table = 0; table < tables.length; table++) {
      const { size, entries } = tables[table]!;
      if (next[table]! === size) continue;
      if (first === -1 || isEarlier(entries, next[table]!, tables[first]!.entries, next[first]!))
        first = table;
    }
    if (first === -1) return { spellings, ids };
    const { entries, lines } = tables[first]!;
    const own = next[first]!++;
    const at = own * ENTRY;
    const name = names[first]![entries[at]!]!;
    const pincode = entries[at + 1]!;
    let id = spellings.find(name, pincode);
    if (id === -1) {
      const bytes = lines.subarray(entries[at + 4], entries[at + 5]);
      id = spellings.add(name, pincode, { file: entries[at + 2]!, line: entries[at + 3]!, bytes });
    }
    ids[first]![own] = id;
  }
}
