import { DATASETS } from "../activity/metric.ts";
import { splitFields } from "./fields.ts";
import { HEADERS, type Layout, layoutOf } from "./kinds.ts";
import { printableBytes } from "./printable.ts";

/** Why a whole file is not read; its message ends a sentence that names the file. */
export class FileRefusal extends Error {}

const KNOWN = DATASETS.map((dataset) => HEADERS[dataset].join(",")).join(" or ");

/** First bytes that tell a format from text. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0xff, 0xfe], "it is UTF-16 text; save it as UTF-8"],
  [[0xfe, 0xff], "it is UTF-16 text; save it as UTF-8"],
  [[0x50, 0x4b, 0x03, 0x04], "it is a ZIP archive or a spreadsheet; unpack it, or save it as CSV"],
  [[0x1f, 0x8b], "it is compressed by gzip; unpack it"],
  [[0x25, 0x50, 0x44, 0x46], "it is a PDF"],
];

/**
 * Reads a file's first line, without its LF.
 * @throws FileRefusal where it is no header of the three datasets
 */
export function readHeader(line: Buffer): Layout {
  for (const [bytes, what] of SIGNATURES) {
    if (bytes.every((byte, index) => line[index] === byte)) throw new FileRefusal(what);
  }
  if (line.includes(0)) {
    throw new FileRefusal("its first line holds NUL bytes: it is not UTF-8 text, perhaps UTF-16 or binary");
  }
  const marked = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf;
  const text = line.toString("utf8", marked ? 3 : 0).replace(/\r$/, "");
  if (text.includes("\r"))
    throw new FileRefusal("its lines end in CR alone; save it with LF or CRLF line ends");
  const cells = splitFields(text);
  const layout = cells === null ? null : layoutOf(cells);
  if (layout !== null) return layout;
  throw new FileRefusal(
    `its first line, "${printableBytes(line, 80)}", is no header of the three datasets; expected ${KNOWN}`,
  );
}
