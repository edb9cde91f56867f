import type { Log } from "../telemetry/log.ts";
import type { OnProgress } from "./load.ts";

const WIDTH = 30;

/** A bar of so much of `total` being done, as one line of text. */
export function bar(done: number, total: number): string {
  const filled = Math.min(WIDTH, Math.floor((done / total) * WIDTH));
  return `Making the sample ${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${Math.floor((done / total) * 100)} %`;
}

/** Shows progress as a bar on a terminal, else as a log line for each quarter. */
export function showProgress(terminal: NodeJS.WriteStream, log: Log): OnProgress {
  let shown = -1;
  return (done, total) => {
    if (terminal.isTTY) {
      terminal.write(`\r${bar(done, total)}${done >= total ? "\n" : ""}`);
      return;
    }
    const quarter = Math.floor((4 * done) / total);
    if (quarter === shown) return;
    shown = quarter;
    log.info({ percent: quarter * 25 }, "making the sample");
  };
}
