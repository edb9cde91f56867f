import assert from "node:assert/strict";
import { test } from "node:test";
import { acceptsEvents, writeEvent } from "./events.ts";

test("server-sent events are asked for by name alone", () => {
  for (const header of [
    "text/event-stream",
    "Text/Event-Stream; q=0.5",
    "application/json, text/event-stream",
  ])
    assert.ok(acceptsEvents(header), header);
  for (const header of [undefined, "", "*/*", "text/*", "text/event-stream;q=0", "application/json"])
    assert.ok(!acceptsEvents(header), header);
});

test("an event is written as lines and ended by an empty one", () => {
  assert.equal(
    writeEvent({ event: "next", data: '{"a":1}', id: "7" }),
    'id: 7\nevent: next\ndata: {"a":1}\n\n',
  );
  assert.equal(writeEvent({ retry: 3000, id: "x" }), "retry: 3000\nid: x\n\n");
  assert.equal(writeEvent({ event: "complete", data: "" }), "event: complete\ndata: \n\n");
});
