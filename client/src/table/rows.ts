/** A place in the table. */
export interface Row {
  readonly code: string;
  readonly name: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** Null where it filed no report. */
  readonly value: number | null;
  /** 0..1 of what all rows sum to; null where there is no such share. */
  readonly share: number | null;
}

type Node = Pick<Row, "code" | "name" | "longitude" | "latitude">;
interface Group {
  readonly place: Node | null;
  readonly value: number | null;
  readonly share: number | null;
}

export type Column = "name" | "value";
export interface Order {
  readonly by: Column;
  readonly descending: boolean;
}

/** The places that reported with their sums, then those that did not, which have none. */
export function mergeRows(groups: readonly Group[], nodes: readonly Node[]): Row[] {
  const rows = groups.flatMap(({ place, value, share }) =>
    place === null ? [] : { ...place, value, share },
  );
  const reported = new Set(rows.map(({ code }) => code));
  const silent = nodes.filter(({ code }) => !reported.has(code));
  return [...rows, ...silent.map((node) => ({ ...node, value: null, share: null }))];
}

/** Sorted rows; those without a value come last either way, and ties go by code. */
export function sortRows(rows: readonly Row[], { by, descending }: Order, locale: string): Row[] {
  const sign = descending ? -1 : 1;
  const collator = new Intl.Collator(locale);
  return rows.toSorted((a, b) => {
    if (by === "value") {
      if (a.value === null || b.value === null) {
        if (a.value !== b.value) return a.value === null ? 1 : -1;
      } else if (a.value !== b.value) return sign * (a.value - b.value);
    } else {
      const order = collator.compare(a.name, b.name);
      if (order !== 0) return sign * order;
    }
    return a.code < b.code ? -1 : 1;
  });
}
