import type { Gazetteer, Place } from "../../data/places/place.ts";
import { nearestPincodes } from "../neighbours.ts";
import { parentOf } from "../within.ts";

const NEIGHBOURS = 5;

/**
 * Tells whether two places belong together in one alert: they are the same, a pincode and its district, a district and
 * its state, or pincodes near each other. Not the country and its states: what is strange in a state is watched for
 * beyond what the country shares.
 */
export class Relation {
  readonly #gazetteer: Gazetteer;
  readonly #near = new Map<Place, ReadonlySet<Place>>();

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  belong(a: Place, b: Place): boolean {
    if (a === b || this.#parent(a) === b || this.#parent(b) === a) return true;
    return this.#neighbours(a).has(b) || this.#neighbours(b).has(a);
  }

  #parent(place: Place): Place | null {
    return place.level === "STATE" ? null : parentOf({ gazetteer: this.#gazetteer }, place);
  }

  #neighbours(place: Place): ReadonlySet<Place> {
    let known = this.#near.get(place);
    if (known === undefined) {
      const near = place.level === "PINCODE" ? nearestPincodes(this.#gazetteer, place, NEIGHBOURS) : [];
      known = new Set(near);
      this.#near.set(place, known);
    }
    return known;
  }
}
