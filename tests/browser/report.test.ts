import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { type Service, startService } from "../../bench/service.ts";
import { findChromium, launch } from "./chromium.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const found = findChromium();

/** How a PDF's bytes tell its pages, and the fonts that it names and holds. */
const PAGE = /\/Type\s*\/Page\b(?!s)/g;
const NAMED = /\/BaseFont\s*\/([\w+-]+)/g;
const EMBEDDED = /\/FontFile[23]?\b/g;
const DRAWN = /\/Subtype\s*\/Type3\b/g;

describe("reports on paper", { skip: "reason" in found && found.reason, timeout: 240_000 }, () => {
  let dir: string;
  let service: Service;
  let browser: Browser;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), "pulse-report-"));
    service = await startService("server/main.ts", "/ready", { DATA_DIR: dir, ENGINES_RUN: "true" });
    browser = await launch((found as { path: string }).path);
    const state = async () => (await (await fetch(`${service.url}/ready`)).json()).engines.nation;
    while ((await state()) !== "ready") await wait(200);
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  for (const place of ["IN", "IN-MH/pune", "411001"])
    for (const language of ["EN", "HI"])
      test(`${place} in ${language}: two pages, fonts within, nothing for axe to find`, async () => {
        const context = await browser.newContext({
          viewport: { width: 1000, height: 1400 },
          bypassCSP: true,
        });
        const page = await context.newPage();
        const foreign: string[] = [];
        page.on("request", (request) => {
          if (!request.url().startsWith(service.url)) foreign.push(request.url());
        });
        await page.goto(`${service.url}/report/${place}?language=${language}`);
        await page.evaluate("document.fonts.ready");
        const text = await page.locator("main").innerText();
        assert.doesNotMatch(text, /Not computed yet|अभी गणना नहीं हुई/);
        await page.evaluate(AXE);
        const violations = await page.evaluate<{ id: string }[]>(
          "axe.run().then((result) => result.violations)",
        );
        assert.deepEqual(
          violations.map(({ id }) => id),
          [],
        );
        const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
        const count = (pattern: RegExp) => pdf.match(pattern)?.length ?? 0;
        assert.equal(count(PAGE), 2);
        // Fonts of variable weight are drawn into the file glyph by glyph (Type 3); the names of others tell by their
        // prefix that a subset lies in it (PDF 32000-1, 9.6.4).
        const named = Array.from(pdf.matchAll(NAMED), ([, name]) => name!);
        for (const name of named) assert.match(name, /^[A-Z]{6}\+/);
        assert.equal(new Set(named).size, count(EMBEDDED));
        assert.ok(count(DRAWN) + named.length > 0);
        if (language === "HI") assert.match(pdf, /NotoSansDevanagari/);
        await page.setViewportSize({ width: 360, height: 700 });
        const [wide, room] = await page.evaluate<[number, number]>(
          "[document.documentElement.scrollWidth, innerWidth]",
        );
        assert.ok(wide <= room, `${wide} in ${room}`);
        await page.emulateMedia({ media: "print" });
        // A4 between the margins, at 96 dots an inch: what did not fit would be cut off.
        await page.setViewportSize({ width: 695, height: 1040 });
        const cut = await page.evaluate<boolean>(
          "[...document.querySelectorAll('main .sheet')].some((sheet) => sheet.scrollHeight > sheet.clientHeight + 1)",
        );
        assert.equal(cut, false);
        assert.deepEqual(foreign, []);
        await context.close();
      });
});
