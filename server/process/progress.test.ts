import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import pino from "pino";
import { bar, showProgress } from "./progress.ts";

function shown(isTTY: boolean): {
  text: () => string;
  lines: string[];
  show: ReturnType<typeof showProgress>;
} {
  const stream = Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream;
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  return { text: () => String(stream.read() ?? ""), lines, show: showProgress(stream, log) };
}

test("the bar fills", () => {
  assert.match(bar(0, 7), /^Making the sample ░{30} 0 %$/);
  assert.match(bar(7, 14), /^Making the sample █{15}░{15} 50 %$/);
  assert.match(bar(7, 7), /^Making the sample █{30} 100 %$/);
});

test("on a terminal there is a bar, ended by a line feed, and no log line", () => {
  const { text, lines, show } = shown(true);
  for (let done = 0; done <= 3; done++) show(done, 3);
  assert.equal(
    text(),
    [0, 1, 2, 3]
      .map((done) => `\r${bar(done, 3)}`)
      .join("")
      .concat("\n"),
  );
  assert.deepEqual(lines, []);
});

test("elsewhere there is a log line a quarter", () => {
  const { text, lines, show } = shown(false);
  for (let done = 0; done <= 100; done++) show(done, 100);
  assert.equal(text(), "");
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).percent),
    [0, 25, 50, 75, 100],
  );
});
