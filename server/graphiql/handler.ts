import { Fault } from "../../data/fault.ts";
import type { CachePolicy } from "../edge/policy.ts";
import { Content } from "../http/content.ts";
import type { Exchange } from "../http/exchange.ts";
import { mediaTypeOfFile } from "../http/media-type.ts";
import { methodRefusal } from "../http/refusal.ts";
import { pageHeaders } from "../http/security.ts";
import { runThread } from "../process/thread.ts";
import { type BundleFile, PAGE } from "./bundle.ts";

const THREAD = new URL("./thread.ts", import.meta.url);

function contentOf({ path, bytes }: BundleFile, policy: CachePolicy): Content {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (path !== PAGE) {
    return new Content(body, mediaTypeOfFile(path), ["Cache-Control", "public, max-age=31536000, immutable"]);
  }
  return new Content(body, "text/html; charset=utf-8", [...policy.page(), ...pageHeaders()]);
}

/**
 * Loads GraphiQL when it is first asked for, in a thread that ends then: as a module it would hold five
 * times the memory of its files for as long as the process lives.
 */
async function loadGraphiql(policy: CachePolicy): Promise<ReadonlyMap<string, Content>> {
  let contents: ReadonlyMap<string, Content> = new Map();
  await runThread(THREAD, undefined, (files: BundleFile[]) => {
    contents = new Map(files.map((file) => [file.path, contentOf(file, policy)]));
  });
  return contents;
}

/** Answers /graphiql and what it loads. */
export function graphiqlHandler(policy: CachePolicy): (exchange: Exchange) => Promise<void> {
  let loading: ReturnType<typeof loadGraphiql> | null = null;
  return async (exchange) => {
    if (!exchange.isRead) throw methodRefusal(exchange.request.method, "GET, HEAD");
    loading ??= loadGraphiql(policy).catch((error) => {
      loading = null;
      throw error;
    });
    const content = (await loading).get(exchange.path);
    if (content === undefined)
      throw new Fault("NOT_FOUND", `Nothing is served here. GraphiQL is at ${PAGE}.`);
    if (exchange.path !== PAGE) exchange.route = "asset";
    await content.send(exchange);
  };
}
