import { judge } from "../representation/conditional.ts";
import { acceptedEncodings } from "../representation/encoding.ts";
import { chooseVariant, makeVariants, type Variants } from "../representation/variants.ts";
import type { Exchange } from "./exchange.ts";
import { preconditionFailed, Refusal } from "./refusal.ts";

const COMPRESSED_ALREADY = /^(?:font\/woff2?|image\/(?!svg)|application\/(?:zip|gzip))/;

/** A file that the server holds in memory; compressed once, when it is first asked for. */
export class Content {
  readonly #body: Buffer;
  readonly #type: string;
  readonly #headers: readonly string[];
  #variants: Promise<Variants> | null = null;

  /**
   * @param type media type, with charset where it is text
   * @param headers further names and values in turn, Cache-Control among them
   */
  constructor(body: Buffer, type: string, headers: readonly string[]) {
    this.#body = body;
    this.#type = type;
    this.#headers = headers;
  }

  /** Sends it in the encoding that suits the client best, or 304 where the client holds it. */
  async send(exchange: Exchange): Promise<void> {
    this.#variants ??= makeVariants(this.#body, !COMPRESSED_ALREADY.test(this.#type));
    const conditions = exchange.request.headers;
    const accepted = acceptedEncodings(conditions["accept-encoding"]);
    const variant = await chooseVariant(await this.#variants, accepted);
    if (variant === null) throw new Refusal(406, "BAD_USER_INPUT", "Accept br, gzip or identity.");
    const { bytes, wire, encoding, etag } = variant;
    const headers = [
      ...this.#headers,
      "ETag",
      etag,
      "Vary",
      "Accept-Encoding",
      "X-Content-Type-Options",
      "nosniff",
    ];
    const status = judge(conditions, etag);
    if (status === 412) throw preconditionFailed();
    if (status === 304) return exchange.send(304, headers);
    if (encoding !== "identity") headers.push("Content-Encoding", encoding);
    headers.push("Content-Type", this.#type, "Content-Length", String(bytes.length));
    exchange.send(200, headers, wire);
  }
}
