import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { tinyStore } from "../../schema/fixture.ts";
import { sendRaw, startTestService, type TestService } from "../fixture.ts";
import { scriptSources } from "./page.ts";

const INLINE = 'document.documentElement.dataset.theme = "dark";';
const PAGE = `<!doctype html><html><head><script>${INLINE}</script>
<script type="module" src="/assets/index-a1b2.js"></script></head><body></body></html>`;
const SCRIPT = "export const india = 'भारत';\n".repeat(200);

describe("the dashboard's files", () => {
  let folder: string;
  let service: TestService;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pulse-site-"));
    const site = join(folder, "dist");
    await mkdir(join(site, "assets"), { recursive: true });
    await writeFile(join(folder, "secret.txt"), "secret");
    await writeFile(join(site, ".setup"), "stamp");
    await writeFile(join(site, "index.html"), PAGE);
    for (const name of ["index-a1b2.js", "worker-c3d4.mjs", "font-e5f6.woff2", "map.wasm", "style-1.css"])
      await writeFile(join(site, "assets", name), SCRIPT);
    await writeFile(join(site, "favicon.svg"), "<svg/>");
    service = await startTestService(null, { site });
  });
  after(async () => {
    await service.stop();
    await rm(folder, { recursive: true });
  });

  test("the page is asked for anew each time and answered 304; it names the dataset served", async () => {
    const { status, headers, body } = await service.send("/?place=IN-MH");
    assert.equal(status, 200);
    const { version } = tinyStore().dataset;
    const named = `<meta name="data-version" content="${version}" />`;
    assert.equal(body.toString().replace(/<meta name="data-version".*\/>\s*/, ""), PAGE);
    assert.ok(body.includes(named));
    assert.equal(headers["content-type"], "text/html; charset=utf-8");
    assert.match(headers["cache-control"]!, /^public, max-age=0, s-maxage=60, stale-if-error=86400$/);
    assert.equal(headers["surrogate-key"], `pulse dataset:${version}`);
    const again = await service.send("/", { headers: { "if-none-match": headers.etag! } });
    assert.deepEqual([again.status, again.body.length, again.headers.etag], [304, 0, headers.etag]);
  });

  test("the page may load from its own host alone, and run its own inline script", async () => {
    const { headers } = await service.send("/");
    const policy = headers["content-security-policy"] as string;
    const hash = createHash("sha256").update(INLINE).digest("base64");
    assert.ok(policy.includes(`script-src 'self' 'sha256-${hash}'`));
    assert.ok(policy.includes("default-src 'none'") && policy.includes("frame-ancestors 'none'"));
    assert.doesNotMatch(policy, /https?:|\*/);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["referrer-policy"], "same-origin");
    assert.equal(scriptSources("<p>no script</p>"), "'self'");
  });

  test("hashed files are immutable, of the right type, and compressed once where that pays", async () => {
    const types = {
      "index-a1b2.js": "text/javascript; charset=utf-8",
      "worker-c3d4.mjs": "text/javascript; charset=utf-8",
      "style-1.css": "text/css; charset=utf-8",
      "font-e5f6.woff2": "font/woff2",
      "map.wasm": "application/wasm",
    };
    for (const [name, type] of Object.entries(types)) {
      const reply = await service.send(`/assets/${name}`, { headers: { "accept-encoding": "br" } });
      assert.equal(reply.status, 200);
      assert.equal(reply.headers["content-type"], type);
      assert.equal(reply.headers["cache-control"], "public, max-age=31536000, immutable");
      assert.equal(reply.headers.vary, "Accept-Encoding");
      const encoded = reply.headers["content-encoding"] === "br";
      assert.equal(encoded, !name.endsWith("woff2"), name);
      assert.equal((encoded ? brotliDecompressSync(reply.body) : reply.body).toString(), SCRIPT);
    }
    const icon = await service.send("/favicon.svg");
    assert.deepEqual(
      [icon.headers["content-type"], icon.headers["cache-control"]],
      ["image/svg+xml", "no-cache"],
    );
  });

  test("nothing beyond the files of the build is served", async () => {
    const paths = [
      "/index.html",
      "/.setup",
      "/assets",
      "/assets/",
      "/secret.txt",
      "/place/IN-MH",
      "/assets/%2e%2e/index.html",
    ];
    for (const path of paths) assert.equal((await service.send(path)).status, 404, path);
    for (const path of [
      "/../secret.txt",
      "/assets/../../secret.txt",
      "/..%2fsecret.txt",
      "/assets\\..\\..\\secret.txt",
    ]) {
      const answer = await sendRaw(
        service.url,
        `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
      );
      assert.match(answer, /^HTTP\/1\.1 40[04] /, path);
      assert.ok(!answer.includes("secret\n") && !answer.endsWith("secret"), path);
    }
  });

  test("HEAD gives the headers alone", async () => {
    const { status, headers, body } = await service.send("/assets/index-a1b2.js", { method: "HEAD" });
    assert.deepEqual(
      [status, headers["content-length"], body.length],
      [200, String(Buffer.byteLength(SCRIPT)), 0],
    );
  });

  test("files are logged at debug, pages at info", () => {
    const levels = (route: string) =>
      new Set(service.lines.filter((one) => one.route === route).map((one) => one.level));
    assert.deepEqual([levels("asset"), levels("page")], [new Set([20]), new Set([30])]);
  });
});

test("where the dashboard is not built, the page says how to build it", async (context) => {
  const service = await startTestService(context);
  const reply = await service.send("/");
  assert.equal(reply.status, 503);
  assert.match(reply.body.toString(), /npm run build:client/);
});
