import { SingleBar } from "cli-progress";
import type { Batch, Frame } from "./frame.ts";

const count = (value: number): string => value.toLocaleString("en-IN");

async function* shown(
  batches: Frame["batches"],
  rows: number,
  stream: NodeJS.WriteStream,
): AsyncGenerator<Batch> {
  const format = "{bar} {percentage} % | {done} rows, {rate}/s | {eta_formatted} left";
  const bar = new SingleBar({ format, stream, hideCursor: true, etaBuffer: 20 });
  const began = performance.now();
  let done = 0;
  const payload = () => {
    const rate = Math.round((1000 * done) / Math.max(1, performance.now() - began));
    return { done: count(done), rate: count(rate) };
  };
  bar.start(rows, 0, payload());
  try {
    for await (const batch of batches) {
      yield batch;
      done += batch.length;
      bar.update(done, payload());
    }
  } finally {
    bar.stop();
  }
}

/** The frame, the progress of whoever takes its batches shown as a bar on the stream where that is a terminal. */
export function withProgress(frame: Frame, rows: number, stream: NodeJS.WriteStream): Frame {
  return stream.isTTY ? { ...frame, batches: shown(frame.batches, rows, stream) } : frame;
}
