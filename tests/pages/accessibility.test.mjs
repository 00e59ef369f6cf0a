// Accessibility: axe-core finds no problem on any page, in light and dark mode, on a phone and on a desktop.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESKTOP, PHONE, launch, settled, violations, visit } from "./browser.mjs";
import { committed, folder, services } from "./services.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const MODES = [
  { colorScheme: "light", viewport: DESKTOP },
  { colorScheme: "dark", viewport: DESKTOP },
  { colorScheme: "light", viewport: PHONE },
  { colorScheme: "dark", viewport: PHONE },
];

/** Whether the page is no wider than the screen: what is wider scrolls within it. */
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

const check = (path, modes) => async () => {
  for (const mode of modes) {
    await visit(browser, path, mode, async (page) => {
      assert.ok(await fits(page), `${path} is wider than ${mode.viewport.width} pixels`);
      assert.deepEqual(await violations(page), [], `${path} ${JSON.stringify(mode)}`);
    });
  }
};

for (const service of services) {
  test(`${service}: the page`, check(committed(service, "errors.html"), MODES));
  const [index, ...pages] = folder(service);
  test(`${service}: the index`, check(index, MODES));
  test(`${service}: the page of every error`, async () => {
    // All pages have one template, so each is checked in one mode, in turn.
    for (const [at, page] of pages.entries()) {
      await check(page, [MODES[at % MODES.length]])();
    }
  });
}

test("a filtered page", async () => {
  await visit(browser, committed("skills", "errors.html"), MODES[1], async (page) => {
    for (const [query, told] of [["slug", /^\d+ of /], ["no such thing", /^None of /]]) {
      await page.fill("input[type=search]", query);
      await settled(page);
      assert.match(await page.textContent(".count"), told);
      assert.deepEqual(await violations(page), []);
    }
  });
});

test("a problem is found", async () => {
  await visit(browser, committed("vault", "errors.html"), MODES[0], async (page) => {
    await page.evaluate(() => document.querySelector("label").replaceWith(document.querySelector("input")));
    const found = await violations(page);
    assert.ok(found.some(({ id }) => id === "label"), JSON.stringify(found));
  });
});
