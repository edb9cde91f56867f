/** Longest line read, in bytes without its end; no published line comes near it. */
export const LINE_LIMIT = 4096;

/** What a stream of bytes is cut into. Bytes are lent: they change after the call. */
export interface LineSink {
  /** Whole lines in bytes[from, to), each ended by LF; `cut` where the file lacked the last LF. */
  lines(bytes: Buffer, from: number, to: number, cut: boolean): void;
  /** The beginning of a line longer than LINE_LIMIT; its rest is passed over. */
  longLine(beginning: Buffer): void;
}

/** Fills (part of) a buffer with the stream's next bytes; 0 at its end. */
export type ByteSource = (into: Uint8Array) => Promise<number>;

/**
 * Cuts a stream of bytes into stretches of whole lines. Memory is bounded by the chunk and LINE_LIMIT,
 * however long a line; where the chunks end makes no difference to what the sink sees, line by line.
 */
export async function eachLines(source: ByteSource, sink: LineSink, chunkBytes = 1 << 20): Promise<void> {
  const buffer = Buffer.allocUnsafe(LINE_LIMIT + 2 + chunkBytes + 1);
  let have = 0;
  let skipping = false;
  for (;;) {
    const read = await source(buffer.subarray(have, have + chunkBytes));
    if (read === 0) break;
    const end = have + read;
    let from = 0;
    if (skipping) {
      const next = buffer.subarray(0, end).indexOf(10);
      if (next === -1) continue;
      from = next + 1;
      skipping = false;
    }
    const last = Math.max(from, buffer.lastIndexOf(10, end - 1) + 1);
    if (last > from) sink.lines(buffer, from, last, false);
    have = end - last;
    // One more than the limit may be the CR of a line end, whose LF is still to come.
    if (have > LINE_LIMIT + 1) {
      sink.longLine(buffer.subarray(last, last + LINE_LIMIT));
      skipping = true;
      have = 0;
    } else {
      buffer.copyWithin(0, last, end);
    }
  }
  if (have === 0) return;
  buffer[have] = 10;
  sink.lines(buffer, 0, have + 1, true);
}
