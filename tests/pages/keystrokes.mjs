// The time of the page's own thread that a keystroke of the search takes, layout and painting included:
//
//     (cd benches && cargo run --release --bin documents -- ../target/tmp)
//     CHROMIUM=/usr/bin/chromium node tests/pages/keystrokes.mjs target/tmp/large.html thing_77
//
// A measurement, not a test: it prints milliseconds and decides nothing.

import { resolve } from "node:path";

import { launch, visit } from "./browser.mjs";

const [path, query] = process.argv.slice(2);
if (!path || !query) {
  console.error("usage: node keystrokes.mjs PAGE QUERY");
  process.exit(2);
}
const browser = await launch();
try {
  await visit(browser, resolve(path), {}, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const spent = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
    };
    await page.focus("input[type=search]");
    for (const key of [...query, ...Array.from(query, () => "Backspace")]) {
      const before = await spent();
      await page.keyboard.press(key);
      // The filter runs before the next frame; when the one after it comes, that has been laid out and painted.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const time = await spent() - before;
      console.log(`${key.padEnd(10)} ${time.toFixed(0).padStart(5)} ms  ${await page.textContent(".count")}`);
    }
  });
} finally {
  await browser.close();
}
