import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createBrotliCompress, createGzip, constants as zlib } from "node:zlib";
import { encodeCsv } from "../../data/export/csv.ts";
import { FORMATS, type FormatName, isFormatName } from "../../data/export/formats.ts";
import type { Frame } from "../../data/export/frame.ts";
import { statsFrame } from "../../data/export/stats-frame.ts";
import { Fault } from "../../data/fault.ts";
import { CELL_COST } from "../../schema/estimate.ts";
import { countCells, statsQueryOf } from "../../schema/stats-query.ts";
import type { CachePolicy } from "../edge/policy.ts";
import { tagHeaders, tagsOf } from "../edge/tags.ts";
import { withDeadline } from "../graph/deadline.ts";
import type { Exchange } from "../http/exchange.ts";
import { servedNow } from "../http/loading.ts";
import { methodRefusal, preconditionFailed, Refusal } from "../http/refusal.ts";
import { judge } from "../representation/conditional.ts";
import { acceptedEncodings, type Encoding } from "../representation/encoding.ts";
import type { Served, ServedDataset } from "../served.ts";
import { type ExportArguments, readArguments } from "./arguments.ts";

/** Exports that may be written at one time: each holds its sums in memory until its reader has them all. */
const AT_ONCE = 4;

/** Quality 4 of br keeps up with the rows; gzip's usual one does too. */
const BROTLI_QUALITY = 4;

/** Raised whenever the same question of the same data gives other bytes than before: cached copies must not match. */
const EDITION = 1;

/** Caches may keep an export as long as any answer about data that never change. */
const HINT = { maxAge: 60, scope: "PUBLIC" } as const;

interface Limits {
  /** What one export may cost, in the graph's measure. */
  readonly cost: number;
  /** Milliseconds until the first byte. */
  readonly timeout: number;
}

function formatOf(path: string): FormatName {
  const name = /^\/export\/stats\.(\w+)$/.exec(path)?.[1];
  if (name !== undefined && isFormatName(name)) return name;
  throw new Fault(
    "NOT_FOUND",
    "Exports are at /export/stats.csv, /export/stats.arrow and /export/stats.parquet.",
  );
}

function encodingOf(exchange: Exchange, format: FormatName): Encoding {
  const accepted = acceptedEncodings(exchange.request.headers["accept-encoding"]);
  // Parquet's pages are compressed already.
  const encoding = format === "parquet" && accepted.includes("identity") ? "identity" : accepted[0];
  if (encoding !== undefined) return encoding;
  throw new Refusal(406, "BAD_USER_INPUT", "Accept br, gzip or identity.");
}

function refuseCostly({ stats, measures }: ExportArguments, limit: number): void {
  const cost = Math.ceil(countCells(stats) * measures.length * CELL_COST);
  if (cost <= limit) return;
  throw new Fault("COST_LIMIT", `The export would cost ${cost}; at most ${limit} is allowed.`, {
    cost,
    limit,
    hint: "Lower it by where.places or where.from and where.to, a coarser bucket, or fewer values.",
  });
}

async function* compressed(
  source: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Uint8Array> {
  if (encoding === "identity") return yield* source;
  const compressor =
    encoding === "br"
      ? createBrotliCompress({ params: { [zlib.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
      : createGzip();
  const readable = Readable.from(source);
  readable.on("error", (error) => compressor.destroy(error));
  yield* readable.pipe(compressor) as AsyncIterable<Uint8Array>;
}

const encode = (format: FormatName, frame: Frame, comments: boolean) =>
  format === "csv" ? encodeCsv(frame, { headerComments: comments }) : FORMATS[format].encode(frame);

/** An address's export of one dataset version, as HTTP speaks of it. */
function describe(
  served: Served,
  policy: CachePolicy,
  format: FormatName,
  encoding: Encoding,
  asked: ExportArguments,
) {
  const { version } = served;
  const parts = [EDITION, version, format, encoding, asked.comments, asked.canonical].join("\n");
  const tag = createHash("sha256").update(parts).digest("base64url").slice(0, 22);
  const validators = ["ETag", `"${tag}"`, ...policy.headers(HINT), "Vary", "Accept-Encoding"];
  validators.push(
    "X-Data-Version",
    version,
    ...tagHeaders(tagsOf({ version, types: ["Stats"], states: ["IN"] })),
  );
  const headers = [
    ...validators,
    "Content-Type",
    FORMATS[format].mediaType,
    "Content-Disposition",
    `attachment; filename="pulse-of-bharat-stats-${version}.${format}"`,
    "X-Content-Type-Options",
    "nosniff",
    ...(encoding === "identity" ? [] : ["Content-Encoding", encoding]),
  ];
  return { tag: `"${tag}"`, validators, headers };
}

/**
 * Answers /export/stats.csv, .arrow and .parquet: every row of a stats query, written as it is read, the same bytes
 * for the same question of the same dataset version.
 */
export function exportHandler(
  dataset: ServedDataset,
  policy: CachePolicy,
  limits: Limits,
): (exchange: Exchange) => Promise<void> {
  let running = 0;
  const write = async (exchange: Exchange, served: Served, format: FormatName): Promise<void> => {
    const at = exchange.url.indexOf("?");
    const asked = readArguments(new URLSearchParams(at < 0 ? "" : exchange.url.slice(at + 1)));
    const query = statsQueryOf(served.store, asked.stats, asked.measures);
    refuseCostly(asked, limits.cost);
    const encoding = encodingOf(exchange, format);
    const { tag, validators, headers } = describe(served, policy, format, encoding, asked);
    const status = judge(exchange.request.headers, tag);
    if (status === 412) throw preconditionFailed();
    if (status === 304) return exchange.send(304, validators);
    if (exchange.request.method === "HEAD") return exchange.send(200, headers);
    const address = `/export/stats.${format}?${asked.canonical}`;
    const left = new AbortController();
    exchange.response.once("close", () => left.abort(new DOMException("The client has gone.", "AbortError")));
    const frame = await withDeadline(limits.timeout, left.signal, (signal) =>
      statsFrame(served.store, query, address, signal),
    );
    await exchange.stream(200, headers, compressed(encode(format, frame, asked.comments), encoding));
  };
  return async (exchange) => {
    if (!exchange.isRead) throw methodRefusal(exchange.request.method, "GET, HEAD");
    const format = formatOf(exchange.path);
    const served = servedNow(dataset);
    if (running >= AT_ONCE) {
      throw new Refusal(503, "DATA_NOT_READY", `${AT_ONCE} exports are being written: ask again soon.`, [
        "Retry-After",
        "5",
      ]);
    }
    running++;
    try {
      await write(exchange, served, format);
    } finally {
      running--;
    }
  };
}
