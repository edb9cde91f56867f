import type * as places from "../data/places/place.ts";
import { nearestPincodes } from "../engines/neighbours.ts";
import { districtsOf, pincodesOf } from "../engines/within.ts";
import { builder } from "./builder.ts";
import { countPage, USUAL } from "./estimate.ts";
import { pageSize } from "./page.ts";
import { Place } from "./place.ts";

const NEIGHBOURS = 5;

const Country = builder.objectRef<places.Country>("Country");
const State = builder.objectRef<places.State>("State");
const District = builder.objectRef<places.District>("District");
const Pincode = builder.objectRef<places.Pincode>("Pincode");

Country.implement({ description: "India as a whole.", interfaces: [Place] });

State.implement({
  description: "A state or union territory of India (ISO 3166-2:IN).",
  interfaces: [Place],
  fields: (t) => ({
    districts: t.field({
      type: [District],
      complexity: { field: 1, multiplier: USUAL.districts },
      description: "Its districts, by code.",
      resolve: (state, _, { store }) => districtsOf(store, state),
    }),
  }),
});

District.implement({
  description: "A district of a state.",
  interfaces: [Place],
  fields: (t) => ({
    state: t.field({
      type: State,
      description: "The state it lies in.",
      resolve: (district, _, { store }) => store.gazetteer.states[district.state]!,
    }),
    pincodes: t.field({
      type: [Pincode],
      complexity: { field: 1, multiplier: USUAL.pincodes },
      description:
        "Its pincodes, by code: those at home there and those that published counts there. A pincode may stand in several districts.",
      resolve: (district, _, { store }) => pincodesOf(store, [district]),
    }),
  }),
});

Pincode.implement({
  description: "A postal delivery area of six digits.",
  interfaces: [Place],
  fields: (t) => ({
    district: t.field({
      type: District,
      description: "Its home district: the one most of its post offices lie in.",
      resolve: (pincode, _, { store }) => store.gazetteer.districts[pincode.district]!,
    }),
    state: t.field({
      type: State,
      description: "The state of its home district.",
      resolve: (pincode, _, { store: { gazetteer } }) =>
        gazetteer.states[gazetteer.districts[pincode.district]!.state]!,
    }),
    neighbours: t.field({
      type: [Pincode],
      complexity: ({ first }) => ({ field: 2, multiplier: countPage(first, NEIGHBOURS) }),
      description:
        "The nearest other pincodes by great-circle distance of their coordinates, nearest first. Empty where it has none.",
      args: {
        first: t.arg.int({ defaultValue: NEIGHBOURS, description: "How many, from 1 to 1000." }),
      },
      resolve: (pincode, { first }, { store }) =>
        nearestPincodes(store.gazetteer, pincode, pageSize(first, NEIGHBOURS)),
    }),
  }),
});

builder.queryField("place", (t) =>
  t.field({
    type: Place,
    nullable: true,
    description: "IN, IN-MH, IN-MH/pune, 411001. Null where no such place is known.",
    args: {
      code: t.arg.id({ required: true, description: "Code of the place, exactly as places give it." }),
    },
    resolve: (_, { code }, { store }) => store.gazetteer.find(String(code)) ?? null,
  }),
);
