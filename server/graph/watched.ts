import type { ActivityStore } from "../../data/activity/store.ts";
import type { Place } from "../../data/places/place.ts";

/**
 * Codes of the states that a place's counts come from, which of a pincode may be several; the country's own code for
 * the country.
 */
function statesOf({ gazetteer, districtsOf }: ActivityStore, place: Place): string[] {
  if (place.level === "COUNTRY" || place.level === "STATE") return [place.code];
  const districts = place.level === "PINCODE" ? [place.district, ...districtsOf(place.index)] : [place.index];
  return districts.map((district) => gazetteer.states[gazetteer.districts[district]!.state]!.code);
}

/** The store, noting in `states` of which states counts are read; the country's code where of all of them. */
export function watchStates(store: ActivityStore, states: Set<string>): ActivityStore {
  const note = (places: readonly Place[] | null) => {
    for (const place of places ?? [store.gazetteer.country])
      for (const state of statesOf(store, place)) states.add(state);
  };
  const noted = <Q extends { readonly places: readonly Place[] | null }, R>(
    ask: (query: Q, signal?: AbortSignal) => R,
  ) => {
    return (query: Q, signal?: AbortSignal): R => {
      note(query.places);
      return ask(query, signal);
    };
  };
  return {
    dataset: store.dataset,
    gazetteer: store.gazetteer,
    populated(place) {
      note([place]);
      return store.populated(place);
    },
    districtsOf: (pincode) => store.districtsOf(pincode),
    pincodesOf(district) {
      note([store.gazetteer.districts[district]!]);
      return store.pincodesOf(district);
    },
    values: noted((query, signal) => store.values(query, signal)),
    series: noted((query, signal) => store.series(query, signal)),
    calendar: noted((query, signal) => store.calendar(query, signal)),
    stats: noted((query, signal) => store.stats(query, signal)),
    list: noted((query, signal) => store.list(query, signal)),
  };
}
