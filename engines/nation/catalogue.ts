import type { Gazetteer, Place } from "../../data/places/place.ts";
import type { Finding } from "./findings.ts";
import { placeOf } from "./results.ts";
import type { Watched } from "./watch.ts";

/** A finding with its place. */
export interface PlacedFinding extends Finding {
  readonly at: Place;
}

/** The newest first; of one day's the least likely by chance first, then by place. */
function byNewest(a: PlacedFinding, b: PlacedFinding): number {
  const chances = (a.q ?? 1) - (b.q ?? 1) || (a.p ?? 1) - (b.p ?? 1);
  return b.to - a.to || chances || (a.at.code < b.at.code ? -1 : 1);
}

/** All findings of a dataset, ready to be asked for. */
export class Catalogue {
  /** Day number of the series' first day. */
  readonly first: number;
  /** In the order in which they were found. */
  readonly found: readonly PlacedFinding[];
  /** Newest first. */
  readonly findings: readonly PlacedFinding[];
  readonly #byPlace: ReadonlyMap<string, readonly PlacedFinding[]>;

  constructor({ first, findings }: Pick<Watched, "first" | "findings">, gazetteer: Gazetteer) {
    this.first = first;
    this.found = findings.map((finding) => ({ ...finding, at: placeOf(gazetteer, finding) }));
    this.findings = this.found.toSorted(byNewest);
    this.#byPlace = Map.groupBy(this.findings, ({ at }) => at.code);
  }

  /** Those of one place itself, newest first. */
  of(place: Place): readonly PlacedFinding[] {
    return this.#byPlace.get(place.code) ?? [];
  }
}
