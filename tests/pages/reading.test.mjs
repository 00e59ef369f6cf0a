// What readers do: search, filter, follow links, copy, and read without JavaScript.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESKTOP, PHONE, launch, settled, visit } from "./browser.mjs";
import { committed, errors, folder, services, url } from "./services.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const open = (service, look, options) => visit(browser, committed(service, "errors.html"), options, look);

/** The codes whose sections are shown, and those whose rows are; they are the same. */
const shown = async (page) => {
  await settled(page);
  const [sections, rows] = await page.evaluate(() => [
    Array.from(document.querySelectorAll("article"), (a) => [a.id, a.checkVisibility()]),
    Array.from(document.querySelectorAll("tr[data-of]"), (r) => [r.dataset.of, r.checkVisibility()]),
  ]);
  const visible = (list) => list.filter(([, on]) => on).map(([id]) => id);
  assert.deepEqual(visible(rows), visible(sections));
  return visible(sections);
};

/** Waits until a link has led to what it names, and that is on the screen. */
const arrives = (page, id) =>
  page.waitForFunction((id) => {
    const target = document.querySelector(":target");
    const top = target?.getBoundingClientRect().top;
    return target?.id === id && top >= 0 && top < innerHeight;
  }, id).catch((error) => { throw new Error(`#${id} is not where its link leads: ${error.message}`); });

const count = (page) => page.textContent(".count");

/** The codes of a service's errors that a test holds for. */
const codes = (service, holds) => errors(service).filter(holds).map((error) => error.anchor);

test("each key narrows the list of errors", () =>
  open("skills", async (page) => {
    const all = codes("skills", () => true);
    assert.deepEqual(await shown(page), all);
    assert.equal(await count(page), `${all.length} errors`);
    await page.click("input[type=search]");
    let last = all.length;
    for (const letter of "slug_taken") {
      await page.keyboard.type(letter);
      const now = (await shown(page)).length;
      assert.ok(now <= last && now > 0, `${now} after ${last}`);
      last = now;
    }
    assert.deepEqual(await shown(page), ["SKILL_SLUG_TAKEN"]);
    assert.equal(await count(page), `1 of ${all.length} errors`);
    assert.ok(await page.evaluate(() => Array.from(document.querySelectorAll("article")).find((a) => a.checkVisibility()).getBoundingClientRect().top < innerHeight));

    // A status, words in any order and case, and words that occur nowhere.
    for (const [query, expected] of [
      ["429", codes("skills", (e) => e.status === 429)],
      ["TAKEN slug", ["SKILL_SLUG_TAKEN"]],
    ]) {
      await page.fill("input[type=search]", query);
      const found = await shown(page);
      assert.ok(expected.length > 0 && expected.every((code) => found.includes(code)), `${query}: ${found}`);
    }
    await page.fill("input[type=search]", "no such thing");
    assert.deepEqual(await shown(page), []);
    assert.match(await count(page), /^None of \d+ errors matches/);
    await page.click("button[type=reset]");
    assert.deepEqual(await shown(page), all);
  }));

test("status class and group filter", () =>
  open("skills", async (page) => {
    await page.selectOption("select[name=status]", "5");
    assert.deepEqual(await shown(page), codes("skills", (e) => e.status >= 500));
    await page.selectOption("select[name=status]", "4");
    assert.deepEqual(await shown(page), codes("skills", (e) => e.status < 500));
    for (const option of await page.$$eval("select[name=group] option", (list) => list.map((o) => o.value))) {
      await page.selectOption("select[name=group]", option);
      const expected = codes("skills", (e) => e.status < 500 && (!option || e.group.anchor === option));
      assert.deepEqual(await shown(page), expected);
    }
  }));

test("the keyboard is sufficient", () =>
  open("skills", async (page) => {
    await page.keyboard.press("Tab");
    assert.equal(await page.textContent(":focus"), "Skip to the errors");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(":target")?.contains(document.querySelector("section")));
    await page.keyboard.press("Tab");
    assert.ok(await page.$eval("section", (section) => section.contains(document.activeElement)));
    await page.keyboard.press("/");
    assert.equal(await page.getAttribute(":focus", "name"), "query");
    await page.keyboard.type("/");
    assert.equal(await page.inputValue(":focus"), "/", "a slash in the field is one");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("slug_taken");
    await page.keyboard.press("Enter");
    assert.equal(await page.textContent(":focus"), "SKILL_SLUG_TAKEN");
    await page.keyboard.press("Enter");
    // The address changes after the key, and may change late.
    await page.waitForURL(({ hash }) => hash === "#SKILL_SLUG_TAKEN");
    await page.keyboard.press("/");
    await page.keyboard.press("Escape");
    assert.equal((await shown(page)).length, errors("skills").length);
    const outline = await page.$eval(":focus", (element) => getComputedStyle(element).outlineWidth);
    assert.equal(outline, "3px");
  }));

test("a link to a code scrolls to it", async () => {
  for (const service of services) {
    const path = url(committed(service, "errors.html"));
    await open(service, async (page) => {
      for (const { anchor } of errors(service)) {
        await page.goto("about:blank");
        await page.goto(`${path}#${encodeURIComponent(anchor)}`);
        await settled(page);
        await arrives(page, anchor);
      }
    }, { viewport: PHONE });
  }
});

test("a link shows a hidden error", () =>
  open("skills", async (page) => {
    for (const { anchor } of errors("skills")) {
      await page.fill("input[type=search]", "no such thing");
      assert.deepEqual(await shown(page), []);
      await page.evaluate((id) => { location.hash = `#${id}`; }, anchor);
      for (let frame = 0; frame < 3; frame += 1) await settled(page);
      await arrives(page, anchor);
      assert.equal((await shown(page)).length, errors("skills").length);
    }
  }));

test("a response is copied as it is sent", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  await open("accounts", async (page) => {
    const [{ examples }] = errors("accounts");
    const button = page.locator("article").first().getByRole("button");
    const says = (word) => page.waitForFunction((word) => document.querySelector(".example button").textContent === word, word);
    await says("Copy");
    // The message stays on the button until this test advances the clock.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    await button.click();
    await says("Copied");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const [head, body] = text.split("\n\n", 2);
    assert.equal(head.split("\n")[0], `HTTP/1.1 ${examples[0].status} ${examples[0].reason}`);
    assert.deepEqual(JSON.parse(body), JSON.parse(examples[0].body));
    await page.clock.runFor(2000);
    await says("Copy");
  }, { permissions });
});

test("everything is readable without JavaScript", async () => {
  for (const service of services) {
    await open(service, async (page) => {
      const text = await page.innerText("body");
      for (const error of errors(service)) {
        assert.ok(await page.locator(`[id="${error.anchor}"]`).isVisible(), error.anchor);
        assert.ok(text.includes(`${error.status} ${error.reason}`));
      }
      assert.equal(await page.locator("form").isVisible(), false, "a search that does nothing");
      assert.equal(await page.getByRole("button").count(), 0, "a button that does nothing");
    }, { javaScriptEnabled: false });
  }
});

test("the pages of a folder link to each other", async () => {
  for (const service of services) {
    const [index] = folder(service);
    await visit(browser, index, { viewport: DESKTOP }, async (page) => {
      const links = await page.$$eval("td a", (list) => list.map((a) => a.href));
      assert.ok(links.length >= 2 * errors(service).length - 1);
      const [within, away] = [true, false].map((is) => new Set(links.filter((link) => link.startsWith(`${url(index)}#`) === is)));
      for (const link of within) assert.equal(await page.locator(`[id="${link.split("#")[1]}"]`).count(), 1, link);
      for (const link of away) {
        await page.goto(link);
        assert.equal(await page.locator("article").count(), 1);
      }
      await page.getByRole("link", { name: "All errors" }).click();
      await page.waitForURL(url(index));
    });
  }
});

test("a print shows everything but controls", () =>
  open("vault", async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("form").isVisible(), false);
    assert.equal(await page.getByRole("button").count(), 0);
    assert.equal(await page.locator("article:visible").count(), errors("vault").length);
    const wraps = await page.$eval("pre", (pre) => getComputedStyle(pre).whiteSpace);
    assert.match(wraps, /pre-wrap/);
  }));
