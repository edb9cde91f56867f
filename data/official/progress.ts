import { SingleBar } from "cli-progress";
import type { ImportProgress } from "./import.ts";
import { printable } from "./printable.ts";

const LOG_EVERY_MS = 5_000;

/** Shows how far an import is. */
export interface ProgressDisplay {
  update(progress: ImportProgress): void;
  stop(): void;
}

const count = (value: number): string => value.toLocaleString("en-IN");

/** A bar with rows a second and time left, for terminals. */
function bar(stream: NodeJS.WriteStream): ProgressDisplay {
  const format = "{bar} {percentage} % | {rows} lines, {rate}/s | {eta_formatted} left | {file}";
  const line = new SingleBar({ format, stream, hideCursor: true, etaBuffer: 50 });
  const began = performance.now();
  let started = false;
  return {
    update({ bytes, totalBytes, rows, file }) {
      const rate = Math.round((1000 * rows) / Math.max(1, performance.now() - began));
      const payload = { rows: count(rows), rate: count(rate), file: printable(file, 40) };
      if (!started) line.start(totalBytes, 0, payload);
      started = true;
      line.update(bytes, payload);
    },
    stop() {
      if (started) line.stop();
    },
  };
}

/** A line now and then, for logs. */
function log(stream: NodeJS.WriteStream): ProgressDisplay {
  const began = performance.now();
  let next = LOG_EVERY_MS;
  return {
    update({ bytes, totalBytes, rows, file }) {
      const elapsed = performance.now() - began;
      if (elapsed < next) return;
      next = elapsed + LOG_EVERY_MS;
      const share = Math.floor((100 * bytes) / Math.max(1, totalBytes));
      const rate = count(Math.round((1000 * rows) / elapsed));
      stream.write(`import: ${share} %, ${count(rows)} lines, ${rate}/s, in ${printable(file)}\n`);
    },
    stop() {},
  };
}

/** What suits the stream. */
export function progressOn(stream: NodeJS.WriteStream): ProgressDisplay {
  return stream.isTTY ? bar(stream) : log(stream);
}
