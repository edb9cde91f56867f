import assert from "node:assert/strict";
import { test } from "node:test";
import { tinyGazetteer, tinyStore } from "../../schema/fixture.ts";
import { json, startTestService } from "../fixture.ts";
import { escapeHtml, Html, html } from "./html.ts";

test("everything put into HTML is escaped, but what is HTML already", () => {
  const odd = `<img src=x onerror="alert('1')">&`;
  assert.equal(escapeHtml(odd), "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;");
  assert.equal(html`<p>${odd}</p>`.text, `<p>${escapeHtml(odd)}</p>`);
  assert.equal(html`${new Html("<b>")}${["<", html`<i>`]}${null}${7}`.text, "<b>&lt;<i>7");
});

test("a report is a page of its own language, role and place; it may be kept, and has no script", async (context) => {
  const service = await startTestService(context);
  const reply = await service.send("/report/IN-TG/hyderabad?language=hi&role=police");
  const page = reply.body.toString();
  assert.equal(reply.status, 200);
  assert.match(reply.headers["content-type"]!, /^text\/html/);
  assert.match(page, /<html lang="hi">/);
  assert.match(page, /हैदराबाद/);
  assert.match(page, /पुलिस/);
  assert.doesNotMatch(page, /<script/);
  assert.match(reply.headers["content-security-policy"] as string, /script-src 'none'/);
  // Engines have not run here: what needs them comes later, so the page is not kept.
  assert.equal(reply.headers["cache-control"], "no-store");
  const etag = reply.headers.etag!;
  const again = await service.send("/report/IN-TG/hyderabad?language=hi&role=police", {
    headers: { "if-none-match": etag },
  });
  assert.equal(again.status, 304);
  const head = await service.send("/report/IN-TG/hyderabad", { method: "HEAD" });
  assert.deepEqual([head.status, head.body.length], [200, 0]);
});

test("names are shown as they are, whatever they hold", async (context) => {
  const odd = '</h1><script>alert("1")</script>';
  const gazetteer = tinyGazetteer();
  const store = tinyStore();
  const named = gazetteer.states.map((state) =>
    state.code === "IN-TG" ? { ...state, name: { EN: odd, HI: odd } } : state,
  );
  const find = (code: string) => named.find((one) => one.code === code) ?? gazetteer.find(code);
  const service = await startTestService(context, {
    store: Object.assign(Object.create(store), { gazetteer: { ...gazetteer, states: named, find } }),
  });
  const page = (await service.send("/report/IN-TG")).body.toString();
  assert.ok(page.includes(escapeHtml(odd)));
  assert.ok(!page.includes("<script>"));
});

const wrong: [path: string, status: number, code: string, message: RegExp][] = [
  ["/report/", 404, "NOT_FOUND", /\/report\/\{code\}/],
  ["/report/IN-XX", 404, "NOT_FOUND", /no place has the code/],
  ["/report/%E0%A4", 400, "BAD_USER_INPUT", /percent escapes/],
  ["/report/IN?role=king", 400, "BAD_USER_INPUT", /role should be one of POLICE/],
  ["/report/IN?language=fr", 400, "BAD_USER_INPUT", /language should be one of EN, HI/],
];
for (const [path, status, code, message] of wrong)
  test(`${path} is refused with what would be right`, async (context) => {
    const service = await startTestService(context);
    const reply = await service.send(path);
    const [error] = json(reply).errors;
    assert.deepEqual([reply.status, error.extensions.code], [status, code]);
    assert.match(error.message, message);
  });
