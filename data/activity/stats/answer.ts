import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { ActivityTables } from "../cubes/tables.ts";
import type { StatsListing, StatsQuery, StatsResult, StatsRow } from "../store.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { type Listing, list } from "./list.ts";
import { topCells } from "./order.ts";

/** Rows of a listing laid out before other requests get their turn. */
const ROWS_PER_TURN = 8192;

/** What a page of this query may be continued by: everything but the page itself and what its rows carry. */
function listingOf(query: StatsQuery): string {
  const { from, to, groupBy, bucket, compareTo, having, orderBy } = query;
  const places = query.places?.map((place) => place.code).toSorted() ?? null;
  const listing = JSON.stringify([places, from, to, groupBy, bucket, compareTo, having, orderBy]);
  return createHash("sha256").update(listing).digest("base64url").slice(0, 16);
}

function inOrder({ cells, order }: Listing, limit: number): Uint32Array {
  return order === null ? cells : topCells(cells, order.keys, order.direction, limit);
}

/**
 * One page of a stats query. Rows come in the order asked for; ties, and no order, go by the finest place's code,
 * then by date.
 *
 * @throws Fault as `list` does, and BAD_USER_INPUT for a foreign cursor
 */
export async function answerStats(
  tables: ActivityTables,
  version: string,
  query: StatsQuery,
  signal?: AbortSignal,
): Promise<StatsResult> {
  const name = listingOf(query);
  const offset = readCursor(query.after, version, name);
  const listing = await list(tables, query, signal);
  const { totalGroups, total, days, compared, rowOf } = listing;
  const end = Math.min(offset + query.first, totalGroups);
  const page = inOrder(listing, end).subarray(offset, end);
  return {
    totalGroups,
    rows: Array.from(page, rowOf),
    total,
    hasNextPage: end < totalGroups,
    endCursor: page.length === 0 ? null : writeCursor(version, name, end),
    days,
    compared,
  };
}

/** Every row of a stats query in order, whatever `first` and `after` say; laid out as they are taken. */
export async function listStats(
  tables: ActivityTables,
  query: StatsQuery,
  signal?: AbortSignal,
): Promise<StatsListing> {
  const listing = await list(tables, query, signal);
  const { totalGroups, total, days, compared, rowOf } = listing;
  const cells = inOrder(listing, totalGroups);
  async function* batches(): AsyncGenerator<readonly StatsRow[]> {
    for (let at = 0; at < cells.length; at += ROWS_PER_TURN) {
      signal?.throwIfAborted();
      yield Array.from(cells.subarray(at, at + ROWS_PER_TURN), rowOf);
      await setImmediate();
    }
  }
  return { totalGroups, batches: batches(), total, days, compared };
}
