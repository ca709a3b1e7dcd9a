import assert from "node:assert/strict";

/** Runs in the page before anything else: notes when it shows its first view, what is largest, and what keeps it from answering. */
function watch() {
  const seen = { longTasks: [], largest: 0 };
  globalThis.seen = seen;
  new PerformanceObserver(list => list.getEntries().forEach(entry => seen.longTasks.push(entry.duration))).observe({ type: "longtask", buffered: true });
  new PerformanceObserver(list => list.getEntries().forEach(entry => { seen.largest = entry.startTime; })).observe({ type: "largest-contentful-paint", buffered: true });
  const look = () => {
    const main = document.querySelector("main");
    if (main?.querySelector("h1") && main.querySelector(".skeleton") === null && main.innerText.length > 100) {
      requestAnimationFrame(() => { seen.firstView = performance.now(); });
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}

async function scroll(page, frames) {
  return page.evaluate(async count => {
    const times = [];
    let before = await new Promise(requestAnimationFrame);
    for (let frame = 0; frame < count; frame++) {
      window.scrollBy(0, 300);
      if (window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2) window.scrollTo(0, 0);
      const now = await new Promise(requestAnimationFrame);
      times.push(now - before);
      before = now;
    }
    times.sort((a, b) => a - b);
    return { median: times[Math.floor(times.length / 2)], p95: times[Math.floor(times.length * 0.95)], longest: times.at(-1) };
  }, frames);
}

/** How long the first view takes, and how smooth the longest lists are. */
export default async function performanceOf(stage) {
  const figures = { firstView: [], largest: [], longTasks: [] };
  const page = await stage.enter();
  await page.addInitScript(watch);
  for (let round = 0; round < stage.rounds; round++) {
    await page.goto("about:blank");
    await page.goto(stage.address);
    await page.waitForFunction(() => globalThis.seen.firstView > 0);
    await stage.settle(page);
    const seen = await page.evaluate(() => globalThis.seen);
    figures.firstView.push(seen.firstView);
    figures.largest.push(seen.largest);
    figures.longTasks.push(Math.max(0, ...seen.longTasks));
  }

  await stage.go(page, "/audio");
  // Rows far from the window are not drawn; the pieces of the list tell which they stand for.
  const rows = () => page.evaluate(() => Math.max(0, ...[...document.querySelectorAll("main ul[aria-label]")].map(list => Number(/ (\d+)$/.exec(list.ariaLabel)?.[1] ?? 0))));
  for (let tries = 0; await rows() < stage.jobs && tries < 200; tries++) {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForTimeout(50);
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  figures.jobRows = await rows();
  figures.jobs = await scroll(page, stage.frames);
  assert.ok(figures.jobRows > 0);
  await stage.go(page, "/indexers");
  const tests = page.getByRole("main").getByRole("button", { name: /^Test / });
  await tests.nth(stage.indexers - 1).waitFor();
  figures.indexerRows = await tests.count();
  figures.indexers = await scroll(page, stage.frames);
  await stage.go(page, "/library/radarr");
  await stage.ask("figures", figures);
}
