import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { startTestService, type TestService } from "../../server/fixture.ts";
import { findChromium, launch } from "./chromium.ts";

const found = findChromium();

describe("GraphiQL in a browser", { skip: "reason" in found && found.reason }, () => {
  let service: TestService;
  let browser: Browser;
  let page: Page;
  const foreign: string[] = [];
  before(async () => {
    service = await startTestService(null);
    browser = await launch((found as { path: string }).path);
    page = await browser.newPage();
    page.on("request", (request) => {
      const { host, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && host !== new URL(service.url).host) foreign.push(request.url());
    });
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
  });

  const editor = () => page.locator(".graphiql-query-editor .view-lines").first();

  test("an example is chosen from the menu, runs, and its link opens it again", async () => {
    await page.goto(`${service.url}/graphiql`);
    await editor().waitFor();
    await page.getByText("Examples", { exact: true }).click();
    await page.getByRole("link", { name: /^States in biometric updates/ }).click();
    await page.waitForURL(/query=/);
    await editor().waitFor();
    await page.getByRole("button", { name: /Execute query/ }).click();
    await page.locator(".result-window", { hasText: "IN-TG" }).waitFor();
    await page.getByRole("button", { name: "Copy link to this query" }).click();
    await page.locator("#shared", { hasText: /Copied|address bar/ }).waitFor();
    const address = page.url();
    assert.match(new URL(address).searchParams.get("query")!, /^query StatesInBiometricUpdates/);
    const other = await browser.newPage();
    await other.goto(address);
    await other.locator(".graphiql-query-editor", { hasText: "StatesInBiometricUpdates" }).waitFor();
    await other.close();
  });

  test("the explorer builds a query from the schema; no other host is asked for anything", async () => {
    await page.goto(`${service.url}/graphiql`);
    await page.getByRole("button", { name: "Show GraphiQL Explorer" }).click();
    await page.locator(".graphiql-explorer-root", { hasText: "dataset" }).waitFor();
    assert.deepEqual(foreign, []);
  });
});
