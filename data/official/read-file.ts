import { createHash } from "node:crypto";
import { readSync } from "node:fs";
import { open } from "node:fs/promises";
import { type FoundFile, whyDenied } from "./discover.ts";
import { FileRefusal, readHeader } from "./header.ts";
import type { Layout } from "./kinds.ts";
import { LineReader } from "./line-reader.ts";
import { type ByteSource, eachLines, type LineSink } from "./lines.ts";
import type { RecordRange, Records } from "./records.ts";
import type { Rejections } from "./rejections.ts";
import type { Spellings } from "./spellings.ts";

const LF = 10;

/** What was read of one file. */
export interface ReadFile {
  readonly layout: Layout;
  readonly rowsRead: number;
  readonly rejections: Rejections;
  /** Digest of its bytes, in hex. */
  readonly sha256: string;
  /** Its readable lines. */
  readonly range: RecordRange;
}

const isBlank = (line: Buffer): boolean => line.every((byte) => byte === 32 || byte === 9 || byte === 13);

/** Takes the first line that is not blank for the header, and hands the rest to a LineReader. */
class HeaderFirst implements LineSink {
  reader: LineReader | null = null;
  readonly #begin: (layout: Layout, line: number) => LineReader;
  #blank = 0;

  constructor(begin: (layout: Layout, line: number) => LineReader) {
    this.#begin = begin;
  }

  lines(bytes: Buffer, from: number, to: number, cut: boolean): void {
    let at = from;
    while (this.reader === null && at < to) {
      const end = bytes.indexOf(LF, at);
      const line = bytes.subarray(at, end);
      at = end + 1;
      if (isBlank(line)) this.#blank++;
      else this.reader = this.#begin(readHeader(line), this.#blank + 1);
    }
    if (at < to) this.reader!.lines(bytes, at, to, cut);
  }

  longLine(beginning: Buffer): void {
    if (this.reader === null) readHeader(beginning);
    else this.reader.longLine(beginning);
  }
}

/** Reads at once: handed to the pool, a read would wait for a core that the threads of an import keep busy. */
function readNow(file: number, into: Uint8Array): number {
  try {
    return readSync(file, into, 0, into.length, null);
  } catch (error) {
    throw new FileRefusal(whyDenied(error));
  }
}

/**
 * Reads one file into the spellings and records.
 *
 * @param index the file's index among those imported
 * @param onBytes called with the number of bytes each read gave
 * @throws FileRefusal where the file cannot be read or is none of the three kinds; what was read of it
 *   before stays in the records, outside any range
 */
export async function readFile(
  file: FoundFile,
  index: number,
  spellings: Spellings,
  records: Records,
  onBytes: (bytes: number) => void,
  chunkBytes?: number,
): Promise<ReadFile> {
  const from = records.size;
  const sink = new HeaderFirst(
    (layout, line) => new LineReader(layout, index, file.name, line, spellings, records),
  );
  const handle = await open(file.path, "r").catch((error) => {
    throw new FileRefusal(whyDenied(error));
  });
  const digest = createHash("sha256");
  const source: ByteSource = async (into) => {
    const bytesRead = readNow(handle.fd, into);
    digest.update(into.subarray(0, bytesRead));
    onBytes(bytesRead);
    return bytesRead;
  };
  try {
    await eachLines(source, sink, chunkBytes);
  } finally {
    await handle.close();
  }
  if (sink.reader === null) throw new FileRefusal("it is empty: not even a header");
  const { layout, rowsRead, rejections } = sink.reader;
  const range = { from, to: records.size };
  return { layout, rowsRead, rejections, sha256: digest.digest("hex"), range };
}
