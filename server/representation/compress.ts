import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import type { Encoding } from "./encoding.ts";

const brotli = promisify(brotliCompress);
const gunzippable = promisify(gzip);

/** Under this many bytes the packaging outweighs what it saves. */
export const WORTH_COMPRESSING = 1024;

/** Quality 5 takes a tenth of the time of the highest for some ten per cent more bytes. */
const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 6;

/** The bytes in the encoding; off the event loop. */
export async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "identity") return body;
  if (encoding === "gzip") return gunzippable(body, { level: GZIP_LEVEL });
  return brotli(body, {
    params: {
      [zlib.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [zlib.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
