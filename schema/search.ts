import { Fault } from "../data/fault.ts";
import type { Place as PlaceShape } from "../data/places/place.ts";
import { searchPlaces } from "../data/places/search.ts";
import { builder } from "./builder.ts";
import { countPage } from "./estimate.ts";
import { pageSize } from "./page.ts";
import { Place, PlaceLevelEnum } from "./place.ts";

const FIRST = 10;

/** Longer than any name of a place. */
const MAX_TEXT = 100;

/** Looking through all names costs about as much as this many fields. */
const SEARCH_COST = 200;

interface Match {
  readonly place: PlaceShape;
  readonly score: number;
  readonly matched: string;
}

const PlaceMatch = builder.objectRef<Match>("PlaceMatch");
PlaceMatch.implement({
  description: "A place that a search found.",
  fields: (t) => ({
    place: t.expose("place", { type: Place, description: "The place found." }),
    score: t.exposeFloat("score", { description: "How well it matches: 0..1, 1 = the very name or code." }),
    matched: t.exposeString("matched", {
      description: "The name or code that matched, as the gazetteer writes it.",
    }),
  }),
});

builder.queryField("search", (t) =>
  t.field({
    type: [PlaceMatch],
    description: "Finds places by name, in English and Hindi, and by pincode prefix; best first.",
    args: {
      text: t.arg.string({ required: true, description: "What to look for, at most 100 characters." }),
      levels: t.arg({
        type: [PlaceLevelEnum],
        description: "Levels to look at; all where left out.",
      }),
      first: t.arg.int({ defaultValue: FIRST, description: "How many at most, from 1 to 1000." }),
    },
    complexity: ({ first }) => ({ field: SEARCH_COST, multiplier: countPage(first, FIRST) }),
    resolve: (_, { text, levels, first }, { store }) => {
      if (text.length > MAX_TEXT) {
        throw new Fault(
          "BAD_USER_INPUT",
          `text has ${text.length} characters: at most ${MAX_TEXT} are looked for.`,
        );
      }
      const size = pageSize(first, FIRST);
      return searchPlaces(store.gazetteer, text, { ...(levels && { levels }), first: size });
    },
  }),
);
