// Measures the time that a keystroke in the search takes on the page's thread, with layout and painting:
//
//     (cd benches && cargo run --release --bin documents -- ../target/tmp)
//     CHROMIUM=/usr/bin/chromium node tests/pages/keystrokes.mjs target/tmp/large.html thing_77
//
// This is a measurement, not a test: it prints milliseconds.

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
      // The filter runs before the next frame, which is laid out and painted when the frame after it begins.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const time = await spent() - before;
      console.log(`${key.padEnd(10)} ${time.toFixed(0).padStart(5)} ms  ${await page.textContent(".count")}`);
    }
  });
} finally {
  await browser.close();
}
