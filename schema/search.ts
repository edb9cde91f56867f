import type { ActivityStore } from "../data/activity/store.ts";
import { Fault } from "../data/fault.ts";
import type { Place as PlaceShape } from "../data/places/place.ts";
import { searchPlaces } from "../data/places/search/search.ts";
import { builder } from "./builder.ts";
import { countPage } from "./estimate.ts";
import { pageSize } from "./page.ts";
import { Place, PlaceLevelEnum } from "./place.ts";
import { rangeOf } from "./range.ts";

const FIRST = 10;

/** Longer than any name of a place. */
const MAX_TEXT = 100;

/** Looking through all names costs about as much as this many fields. */
const SEARCH_COST = 2000;

interface Match {
  readonly place: PlaceShape;
  readonly score: number;
  readonly matched: string;
}

type ActivityOf = (place: PlaceShape) => number;

const activities = new WeakMap<ActivityStore, Promise<ActivityOf>>();

async function sumActivity(store: ActivityStore): Promise<ActivityOf> {
  const { country, states, districts, pincodes } = store.gazetteer;
  const places = [country, ...states, ...districts, ...pincodes];
  const range = rangeOf(store.dataset, {});
  const sums = await store.values({ places, metric: "ACTIVITY", ...range });
  const known = new Map(places.map((place, at) => [place, sums[at]!]));
  return (place) => known.get(place) || 0;
}

/** All activity of each place, by which places that fit as well are ordered; asked of a dataset once. */
function activityIn(store: ActivityStore): Promise<ActivityOf> {
  let activity = activities.get(store);
  if (activity === undefined) {
    activity = sumActivity(store);
    activity.catch(() => activities.delete(store));
    activities.set(store, activity);
  }
  return activity;
}

const PlaceMatch = builder.objectRef<Match>("PlaceMatch");
PlaceMatch.implement({
  description: "A place that a search found.",
  fields: (t) => ({
    place: t.expose("place", { type: Place, description: "The place found." }),
    score: t.exposeFloat("score", {
      description:
        "How well it matches, 0..1: 1 the code, .95 the very name, .9 the same in other letters, .87 but for habits of spelling, .8 its beginning (.85 of a pincode), .78 one of its words, .7 to .75 typing errors, .62 to .67 the same sound, less a part.",
    }),
    matched: t.exposeString("matched", {
      description: "The name or code that matched, as the gazetteer writes it.",
    }),
  }),
});

builder.queryField("search", (t) =>
  t.field({
    type: [PlaceMatch],
    description:
      "Finds places by English, Hindi or former name, misspelt or transliterated, and by the digits a pincode begins with; words may narrow one another (aurangabad bihar). Best first, then the busier place.",
    args: {
      text: t.arg.string({ required: true, description: "What to look for, at most 100 characters." }),
      levels: t.arg({
        type: [PlaceLevelEnum],
        description: "Levels to look at; all where left out.",
      }),
      first: t.arg.int({ defaultValue: FIRST, description: "How many at most, from 1 to 1000." }),
    },
    complexity: ({ first }) => ({ field: SEARCH_COST, multiplier: countPage(first, FIRST) }),
    resolve: async (_, { text, levels, first }, { store }) => {
      if (text.length > MAX_TEXT) {
        throw new Fault(
          "BAD_USER_INPUT",
          `text has ${text.length} characters: at most ${MAX_TEXT} are looked for.`,
        );
      }
      const size = pageSize(first, FIRST);
      const activityOf = await activityIn(store);
      return searchPlaces(store.gazetteer, text, { levels, first: size, activityOf });
    },
  }),
);
