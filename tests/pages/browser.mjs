// Pages in headless Chromium. A page must not use the network, and must not log errors.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

import { url } from "./services.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

export const launch = () => {
  assert.ok(process.env.CHROMIUM, "CHROMIUM names no browser: start these tests with .ci/pages");
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
};

/** Opens a file, hands the page over, and asserts that it kept to itself. */
export const visit = async (browser, path, options, look) => {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  const asked = [];
  const told = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => told.push(message.text()));
  page.on("pageerror", (error) => told.push(String(error)));
  try {
    await page.goto(path.startsWith("file:") ? path : url(path));
    await look(page);
    assert.deepEqual(asked.filter((to) => !/^(file|about):/.test(to)), [], `${path} uses the network`);
    // The accessibility checker reads sizes of elements that a filter has hidden.
    const complaints = told.filter((text) => !text.startsWith("Rendering was performed in a subtree hidden"));
    assert.deepEqual(complaints, [], `${path} complains`);
  } finally {
    await context.close();
  }
};

/** Waits until the page has done what an input asked of it: its search filters before the next frame. */
export const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/** What an accessibility checker finds: nothing, one hopes. */
export const violations = async (page) => {
  // Also lay out parts that were not on the screen yet.
  await page.evaluate(() => {
    for (const part of document.querySelectorAll("section, article")) part.style.contentVisibility = "visible";
  });
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.slice(0, 3).map((node) => node.html) }));
};
