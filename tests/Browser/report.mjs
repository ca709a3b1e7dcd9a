// node report.mjs <check> <report.html>: writes "ok", or says what is wrong and ends with 1.
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const [check, path, folder] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const url = pathToFileURL(path).href;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const troubles = [];

// A page that nothing may go wrong on: each check ends with no trouble.
async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.on("console", message => ["error", "warning"].includes(message.type()) && troubles.push(`console: ${message.text()}`));
  page.on("pageerror", error => troubles.push(`error: ${error.message}`));
  page.on("dialog", dialog => { troubles.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", request => request.url() !== url && !request.url().startsWith("blob:") && troubles.push(`request: ${request.url()}`));
  if (options.javaScriptEnabled !== false) {
    await page.addInitScript(() => {
      globalThis.violations = [];
      document.addEventListener("securitypolicyviolation", event => globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    });
  }
  await page.goto(url);
  return page;
}

async function close(page) {
  for (const violation of await page.evaluate(() => globalThis.violations)) troubles.push(`policy: ${violation}`);
  await page.context().close();
}

const files = page => page.locator('[data-table="files"]');
const statusOf = page => files(page).getByRole("status").textContent();
const column = (page, at) => files(page).locator(`tbody tr:not(.detail) > :nth-child(${at})`).allTextContents();
const number = text => Number(text.replaceAll(",", ""));

// How long an action takes until the page is laid out anew.
const timed = (page, action) => page.evaluate(async source => {
  const act = new Function(`return (${source})`)();
  const begin = performance.now();
  act();
  void document.body.offsetHeight;
  return performance.now() - begin;
}, action);

const checks = {
  async accessible() {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [360, 1280]) {
        const page = await open({ colorScheme, viewport: { width, height: 900 } });
        await files(page).locator("tbody button").first().click();
        await page.locator("figure details").first().evaluate(details => { details.open = true; });
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
        for (const { id, impact, nodes } of violations) {
          if (impact === "serious" || impact === "critical") troubles.push(`axe, ${colorScheme}, ${width}: ${id} at ${nodes.slice(0, 3).map(node => `${node.html.slice(0, 200)} (${node.failureSummary})`).join("; ")}`);
        }
        const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(overhang, 0, `the page is ${overhang} wider than ${width}`);
        await close(page);
      }
    }
  },

  async hostile() {
    const page = await open();
    const all = await page.evaluate(() => ({
      scripts: document.scripts.length,
      strangers: document.querySelectorAll("img, iframe, object, embed, base, form[action], svg svg").length,
      handlers: [...document.querySelectorAll("*")].filter(element => [...element.attributes].some(({ name }) => name.startsWith("on") || name === "style")).length,
    }));
    assert.deepEqual(all, { scripts: 2, strangers: 0, handlers: 0 });
    await files(page).getByLabel("Text").fill("</script>");
    await page.waitForFunction(() => document.querySelectorAll('[data-table="files"] tbody tr').length === 1);
    await files(page).locator("tbody button").click();
    assert.equal(await files(page).locator("tbody button bdi").textContent(), "</script><script>alert(1)</script> (1960)");
    await files(page).getByLabel("Text").fill("wwwwwwww");
    await page.waitForFunction(() => document.querySelector('[data-table="files"] tbody button')?.textContent.startsWith("WWW"));
    const height = await files(page).locator("tbody tr").first().evaluate(row => row.offsetHeight);
    assert.ok(height < 120, `a row with a name of 500 letters is ${height} high`);
    await close(page);
  },

  async keyboard() {
    const page = await open();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the report");
    const score = files(page).getByRole("button", { name: "Score", exact: true });
    await score.focus();
    await page.keyboard.press("Enter");
    assert.equal(await files(page).locator("thead th").nth(1).getAttribute("aria-sort"), "descending");
    const down = (await column(page, 2)).map(number);
    assert.deepEqual(down, down.toSorted((a, b) => b - a));
    await page.keyboard.press("Enter");
    const up = (await column(page, 2)).map(number);
    assert.deepEqual(up, up.toSorted((a, b) => a - b));
    assert.notDeepEqual(up, down);
    assert.ok(await score.evaluate(button => button === document.activeElement));

    await files(page).getByLabel("Score from").focus();
    await page.keyboard.type("2600");
    await page.keyboard.press("Enter");
    assert.match(await statusOf(page), /^\d+ files? shown, of 300 in all\.$/);
    assert.ok((await column(page, 2)).every(text => number(text) >= 2600));
    const first = files(page).locator("tbody button").nth(1);
    await first.focus();
    await page.keyboard.press("Enter");
    assert.equal(await first.getAttribute("aria-expanded"), "true");
    assert.match(await files(page).locator(".detail").innerText(), /Release group[\s\S]*Custom formats and their points/);
    await page.keyboard.press("Enter");
    assert.equal(await files(page).locator(".detail").count(), 0);
    await files(page).getByRole("button", { name: "Reset" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector('[data-table="files"] [role="status"]').textContent === "Files 1 to 100 of 300 shown.");
    await files(page).getByRole("button", { name: "Last" }).focus();
    await page.keyboard.press("Enter");
    assert.equal(await statusOf(page), "Files 201 to 300 of 300 shown.");
    await close(page);
  },

  async charts() {
    const page = await open();
    await page.locator("#chart-cutoff-title").locator("xpath=..").locator("g[data-show]").first().click();
    assert.equal(await statusOf(page), "100 files shown, of 300 in all.");
    assert.equal(await page.evaluate(() => document.activeElement.id), "files-title");
    const scores = page.locator("figure", { has: page.locator("#chart-scores-title") });
    await scores.locator("summary").click();
    const row = scores.locator("tbody tr").first();
    const expected = number(await row.locator("td").textContent());
    await row.getByRole("button").focus();
    await page.keyboard.press("Enter");
    assert.match(await statusOf(page), new RegExp(`^${expected} files? shown`));
    await page.locator('[data-table="formats"]').getByRole("button", { name: "LQ" }).click();
    assert.match(await statusOf(page), /^\d+ files? shown, of 300 in all\.$/);
    await page.locator('[data-table="categories"]').getByRole("button", { name: "Large low quality" }).click();
    assert.equal(await statusOf(page), "30 files shown, of 300 in all.");
    await close(page);
  },

  async csv() {
    const page = await open();
    await files(page).getByLabel("Text").fill("cmd|");
    await page.waitForFunction(() => document.querySelectorAll('[data-table="files"] tbody tr').length === 1);
    const [download] = await Promise.all([page.waitForEvent("download"), files(page).getByRole("button", { name: "CSV" }).press("Enter")]);
    assert.equal(download.suggestedFilename(), "main-files.csv");
    const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
    assert.equal(lines[0], "\ufeffTitle,Score,Quality,Profile,Size,Category,Candidate,Added");
    assert.match(lines[1], /^'=cmd\|' \/C calc'!A0 \(1962\),-?\d+,/);
    assert.equal(lines.length, 3);
    await close(page);
  },

  async colours() {
    const page = await open({ colorScheme: "light" });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.getByLabel("Colours").selectOption("dark");
    const dark = await paper();
    assert.notEqual(dark, light);
    await page.reload();
    assert.equal(await paper(), dark);
    await close(page);
  },

  async scriptless() {
    const page = await open({ javaScriptEnabled: false });
    const text = await page.locator("body").innerText();
    assert.match(text, /JavaScript is off/);
    assert.equal(await page.locator("#candidates tbody tr").count(), await page.locator("#candidates tbody tr:visible").count());
    assert.ok(await page.locator("#candidates tbody tr").count() > 10);
    assert.equal(await page.locator("figure svg:visible").count(), 7);
    await page.context().close();
  },

  async print() {
    const page = await open();
    await page.emulateMedia({ media: "print" });
    assert.equal(await files(page).locator("tbody tr:visible").count(), 25);
    assert.equal(await page.locator("form:visible, nav:visible, .pages button:visible, select:visible").count(), 0);
    await close(page);
  },

  async fast() {
    const page = await open();
    assert.equal(await statusOf(page), "Files 1 to 100 of 50,000 shown.");
    assert.equal(await files(page).locator("tbody tr").count(), 100);
    const sort = name => `() => [...document.querySelectorAll('[data-table="files"] thead button')].find(button => button.textContent === "${name}").click()`;
    const filter = (name, value) => `() => { const field = document.querySelector('[data-table="files"] [name="${name}"]'); field.value = "${value}"; field.dispatchEvent(new Event("change", { bubbles: true })); }`;
    const took = {};
    for (const name of ["Score", "Title", "Size", "Quality"]) took[`sort by ${name}`] = await timed(page, sort(name));
    took["filter by text"] = await timed(page, filter("text", "sample q"));
    took["filter by score"] = await timed(page, filter("score-from", "1600"));
    took["filter by size"] = await timed(page, filter("size-to", "4"));
    took["filter by format"] = await timed(page, filter("format", "3"));
    for (const [what, time] of Object.entries(took)) if (time >= 300) troubles.push(`${what} takes ${Math.round(time)} ms`);
    if (process.env.REPORT_TIMES) console.error(took);
    await close(page);
  },

  async empty() {
    const page = await open();
    const text = await page.locator("body").innerText();
    assert.match(text, /The library holds no files/);
    assert.doesNotMatch(text, /NaN|Infinity|undefined|null/);
    await close(page);
  },

  // For people: pictures into a folder.
  async pictures() {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [360, 1280]) {
        const page = await open({ colorScheme, viewport: { width, height: 900 } });
        if (await files(page).count()) {
          await files(page).locator("tbody button").nth(11).click();
          await page.evaluate(() => document.querySelectorAll("tbody").forEach(body => [...body.rows].slice(14).forEach(row => row.remove())));
        }
        await page.screenshot({ path: `${folder}/${colorScheme}-${width}.png`, fullPage: true });
        await page.context().close();
      }
    }
    const page = await open({ viewport: { width: 718, height: 1000 } });
    await page.emulateMedia({ media: "print" });
    await page.screenshot({ path: `${folder}/print.png`, fullPage: true });
    await page.context().close();
  },
};

try {
  await checks[check]();
} catch (error) {
  troubles.push(error.stack);
} finally {
  await browser.close();
}
console.log(troubles.length === 0 ? "ok" : troubles.join("\n"));
process.exitCode = troubles.length === 0 ? 0 : 1;
