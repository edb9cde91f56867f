import type { Place as PlaceShape } from "../data/places/place.ts";
import { placesWithin } from "../engines/within.ts";
import { builder } from "./builder.ts";
import { DirectionEnum } from "./direction.ts";
import { countPage, countPlaces } from "./estimate.ts";
import { MetricEnum } from "./metric.ts";
import { type Page, PageInfo, pageSize } from "./page.ts";
import { Place, PlaceLevelEnum } from "./place.ts";
import { placeOf } from "./place-codes.ts";
import { byMetric, byName, byRisk, named, orderKey, risky } from "./place-order.ts";
import { pageOf } from "./place-page.ts";
import { RiskLevelEnum, SectorEnum } from "./risk.ts";

const FIRST = 50;

/** Cost of each candidate that an order has to look at. */
const ORDER_COST = 0.02;

interface Connection {
  readonly totalCount: number;
  readonly nodes: readonly PlaceShape[];
  readonly pageInfo: Page;
}

const PlaceFilter = builder.inputType("PlaceFilter", {
  description: "Which places to list. All of what is given must hold.",
  fields: (t) => ({
    name: t.string({
      description: "Part of the English or Hindi name or of the code, whatever its case and marks.",
    }),
    level: t.field({ type: RiskLevelEnum, description: "Their risk is of this level." }),
    sector: t.field({
      type: SectorEnum,
      description:
        "Of which sector level, minScore and the order by risk are; of all five together where left out.",
    }),
    minScore: t.float({ description: "Their score is so high at least. Unit: 0 to 100." }),
  }),
});

const PlaceOrder = builder.inputType("PlaceOrder", {
  description:
    "The order of places: by one of metric, risk and name, by code where none is given. Ties go by code.",
  fields: (t) => ({
    metric: t.field({
      type: MetricEnum,
      description: "By this metric's sum over the whole dataset; places without it come last.",
    }),
    risk: t.boolean({ description: "By score; places without one come last." }),
    name: t.boolean({ description: "By English name." }),
    direction: t.field({ type: DirectionEnum, defaultValue: "DESC", description: "Direction of the order." }),
  }),
});

const PlaceConnection = builder.objectRef<Connection>("PlaceConnection");
PlaceConnection.implement({
  description: "A page of places.",
  fields: (t) => ({
    totalCount: t.exposeInt("totalCount", { description: "Places that matched, before first and after." }),
    nodes: t.expose("nodes", {
      type: [Place],
      complexity: { field: 1, multiplier: 1 },
      description: "The places of this page, in the order asked for.",
    }),
    pageInfo: t.expose("pageInfo", { type: PageInfo, description: "Where this page ends." }),
  }),
});

builder.queryField("places", (t) =>
  t.field({
    type: PlaceConnection,
    description:
      "The places of a level, a page at a time. Asked by risk it fails with ENGINE_NOT_READY in the first minute of a new dataset.",
    args: {
      level: t.arg({ type: PlaceLevelEnum, required: true, description: "Level of the places listed." }),
      within: t.arg.id({ defaultValue: "IN", description: "Code of any place they lie in." }),
      where: t.arg({ type: PlaceFilter, description: "Which of them; all where left out." }),
      orderBy: t.arg({ type: PlaceOrder, description: "Their order; by code where left out." }),
      first: t.arg.int({ defaultValue: FIRST, description: "Size of the page, from 1 to 1000." }),
      after: t.arg.string({ description: "The endCursor of the page before this one." }),
    },
    complexity: ({ level, within, orderBy, first }) => {
      const candidates = countPlaces(level, within == null ? within : String(within));
      return {
        field: 5 + (orderBy == null ? 0 : candidates * ORDER_COST),
        multiplier: Math.min(countPage(first, FIRST), candidates),
      };
    },
    resolve: async (_, { level, within, where, orderBy, first, after }, { store, engines, signal }) => {
      const size = pageSize(first, FIRST);
      const root = placeOf(store.gazetteer, String(within ?? "IN"), "within");
      const matching = named(placesWithin(store, level, root), where?.name);
      const found = risky(matching, where ?? {}, () => engines.risk());
      const direction = orderBy?.direction ?? "DESC";
      const key = orderKey(orderBy ?? {});
      if (key === "code") return pageOf(found, size, after);
      if (key === "risk") return pageOf(byRisk(found, where?.sector, engines.risk(), direction), size, after);
      if (key === "name") return pageOf(byName(found, direction), size, after);
      return pageOf(await byMetric(store, found, key, direction, signal), size, after);
    },
  }),
);
