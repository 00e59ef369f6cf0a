// Layout: tables fit, codes are readable, no part is empty, and the class of a status has words.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESKTOP, PHONE, launch, visit } from "./browser.mjs";
import { committed, folder, services, unusual } from "./services.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** Tables of errors that are wider than the page, and the least part of one that descriptions have. */
const tables = (page) => page.evaluate(() => {
  const all = Array.from(document.querySelectorAll("table.errors"));
  const part = (table) => table.querySelector("th:last-child").offsetWidth / table.offsetWidth;
  return {
    wide: all.filter((table) => table.parentElement.scrollWidth > table.parentElement.clientWidth).length,
    part: Math.min(...all.map(part)),
  };
});

test("tables of errors fit, and leave room for descriptions", async () => {
  const pages = [...services.map((service) => committed(service, "errors.html")), ...unusual.map(({ page }) => page)];
  for (const path of pages) {
    for (const [viewport, least] of [[DESKTOP, 0.35], [PHONE, 0.3]]) {
      await visit(browser, path, { viewport }, async (page) => {
        const { wide, part } = await tables(page);
        assert.equal(wide, 0, `${path} scrolls sideways at ${viewport.width}`);
        assert.ok(part >= least, `${path}: descriptions have ${part} at ${viewport.width}`);
      });
    }
  }
});

test("an underline is below the underscores", () =>
  visit(browser, committed("skills", "errors.html"), {}, async (page) => {
    const offset = await page.$eval("td a", (a) => parseFloat(getComputedStyle(a).textUnderlineOffset) / parseFloat(getComputedStyle(a).fontSize));
    assert.ok(offset >= 0.25, `${offset}em`);
  }));

test("on a phone the index has one code per line", () =>
  visit(browser, committed("skills", "errors.html"), { viewport: PHONE }, async (page) => {
    const lines = await page.$$eval(".statuses li", (list) => list.map((li) => li.getBoundingClientRect().top));
    assert.equal(new Set(lines).size, lines.length);
    assert.equal(await page.locator("kbd").isVisible(), false, "a key that a phone does not have");
  }));

test("the page names the key for the search", () =>
  visit(browser, committed("skills", "errors.html"), {}, async (page) => {
    assert.equal(await page.locator("kbd").textContent(), "/");
    assert.ok(await page.locator("kbd").isVisible());
    assert.equal(await page.getByRole("searchbox", { name: "Search code, status and text", exact: true }).count(), 1);
  }));

test("no example begins with an empty line", async () => {
  for (const service of services) {
    await visit(browser, committed(service, "errors.html"), {}, async (page) => {
      const texts = await page.$$eval(".example p", (list) => list.map((p) => p.textContent));
      assert.ok(texts.every((text) => /\w:$/.test(text)), texts);
      const over = await page.$$eval(".example", (list) => list.filter((box) => {
        const [button, text] = ["button", "pre"].map((name) => box.querySelector(name).getBoundingClientRect());
        return button.bottom > text.top || button.top < text.top - 60;
      }).length);
      assert.equal(over, 0, "a button is not above its example");
    });
  }
});

test("the page of a code names it once", async () => {
  const [, path] = folder("accounts");
  await visit(browser, path, {}, async (page) => {
    assert.equal(await page.textContent("h1"), "INSUFFICIENT_BALANCE");
    assert.equal(await page.textContent("h3"), "402 Payment Required");
    assert.equal(await page.locator("article > header a").count(), 0);
  });
});
