import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type Service, startService } from "../../bench/service.ts";
import { findChromium, launch } from "./chromium.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const found = findChromium();

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe("dashboard", { skip: "reason" in found && found.reason }, () => {
  let dir: string;
  let service: Service;
  let browser: Browser;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), "pulse-browser-"));
    service = await startService("server/main.ts", "/ready", { DATA_DIR: dir });
    browser = await launch((found as { path: string }).path);
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  /** A page that notes what it asks of other hosts and what it complains of. */
  async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(service.url) && !/^(blob|data):/.test(url)) foreign.push(url);
    });
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(service.url + path);
    await page.locator("[data-map=ready]").waitFor();
    await page.waitForLoadState("networkidle");
    return { page, foreign, complaints, close: () => context.close() };
  }

  const state = async (page: Page) => ({
    url: page.url().slice(service.url.length),
    title: await page.locator("#place-title").innerText(),
    figures: await page.locator(".panel .counts, .panel table").first().innerText(),
    chart: await page.locator(".chart-fields").getAttribute("aria-label"),
    path: await page.locator(".breadcrumbs").innerText(),
  });

  test("search a district, drill to a pincode, see its series, reload: the same view", async () => {
    const { page, close } = await open("/");
    await page.getByRole("combobox").first().fill("Hyderabad");
    await page.getByRole("option", { name: /Hyderabad.*District/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2, name: "Hyderabad" }).waitFor();
    assert.match(page.url(), /place=IN-TG\/hyderabad/);
    await page.locator("#places tbody a").first().press("Enter");
    await page.locator(".breadcrumbs li:nth-child(4)").waitFor();
    assert.match(page.url(), /place=50\d{4}/);
    await page.locator(".chart-fields").waitFor();
    await page.waitForLoadState("networkidle");
    const before = await state(page);
    assert.match(before.path, /India[\s\S]*Telangana[\s\S]*Hyderabad/);
    assert.match(before.chart!, /\d/);
    await page.reload();
    await page.locator(".chart-fields").waitFor();
    await page.waitForLoadState("networkidle");
    assert.deepEqual(await state(page), before);
    await close();
  });

  test("Escape climbs, the browser's back returns, a metric is part of the address", async () => {
    const { page, close } = await open("/?place=IN-TG/hyderabad&metric=enrolment");
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { level: 2, name: "Telangana" }).waitFor();
    assert.match(page.url(), /place=IN-TG&metric=enrolment$/);
    await page.goBack();
    await page.getByRole("heading", { level: 2, name: "Hyderabad" }).waitFor();
    await close();
  });

  test("a click on the map drills towards what was clicked", async () => {
    const { page, close } = await open("/?place=IN-TG");
    const canvas = page.locator(".map-canvas canvas").first();
    const { width, height } = (await canvas.boundingBox())!;
    for (let step = 0; step < 60 && !/place=IN-TG\//.test(page.url()); step++) {
      const position = { x: width * (0.3 + 0.007 * step), y: height * (0.35 + 0.005 * step) };
      await canvas.click({ position });
      await page.waitForTimeout(60);
    }
    assert.match(page.url(), /place=IN-TG\/[a-z-]+/);
    await close();
  });

  test("the sample says that it is one; nothing is asked of another host; nothing complains", async () => {
    const { page, foreign, complaints, close } = await open("/");
    await page
      .getByText(/sample data/i)
      .first()
      .waitFor();
    await page.locator("#places tbody a").nth(3).click();
    await page.waitForLoadState("networkidle");
    assert.deepEqual(foreign, []);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("figures on the page are the graph's", async () => {
    const { page, close } = await open("/?place=IN-KL&metric=enrolment");
    const query = '{ place(code: "IN-KL") { value(metric: ENROLMENT) } }';
    const answer = await fetch(`${service.url}/graphql?query=${encodeURIComponent(query)}`);
    const { data } = (await answer.json()) as { data: { place: { value: number } } };
    assert.equal(await page.locator(".figure").innerText(), data.place.value.toLocaleString("en-IN"));
    await close();
  });

  for (const [language, colorScheme, width] of [
    ["en", "light", 1440],
    ["en", "dark", 360],
    ["hi", "dark", 1440],
    ["hi", "light", 360],
  ] as const) {
    test(`axe finds nothing and nothing overflows: ${language}, ${colorScheme}, ${width} px`, async () => {
      const options = { colorScheme, viewport: { width, height: 800 } };
      const { page, close } = await open(
        `/?place=IN-TG/hyderabad${language === "hi" ? "&lang=hi" : ""}`,
        options,
      );
      await page.evaluate(AXE);
      const violations = await page.evaluate<Violation[]>("axe.run().then((result) => result.violations)");
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        [],
      );
      assert.ok((await page.evaluate<number>("document.documentElement.scrollWidth")) <= width);
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      await close();
    });
  }

  test("without its service the page says so and recovers", async () => {
    const { page, close } = await open("/");
    await page.route("**/graphql**", (route) => route.abort());
    await page.locator("#places tbody a").first().click();
    const retry = page.getByRole("button", { name: /again/i }).first();
    await retry.waitFor();
    await page.unroute("**/graphql**");
    await retry.click();
    await page.locator(".breadcrumbs li:nth-child(2)").waitFor();
    await close();
  });
});
