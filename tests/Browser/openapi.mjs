// node openapi.mjs <check> <folder with page.html, policy, v1.json>: writes "ok", or says what is wrong and ends with 1.
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const [check, folder] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [html, policy, json] = await Promise.all(["page.html", "policy", "v1.json"].map(name => readFile(`${folder}/${name}`, "utf8")));
const origin = "http://service.test";
const key = "the right key";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const troubles = [];

// The page as the service sends it; whatever else it asks for is a trouble.
async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.on("console", message => message.type() === "error" && !message.text().includes("401") && troubles.push(`console: ${message.text()}`));
  page.on("pageerror", error => troubles.push(`error: ${error.message}`));
  await context.route("**/*", route => {
    const request = route.request();
    if (request.url() === `${origin}/openapi`) return route.fulfill({ contentType: "text/html; charset=utf-8", headers: { "Content-Security-Policy": policy }, body: html });
    if (request.url() !== `${origin}/openapi/v1.json`) troubles.push(`request: ${request.url()}`);
    return request.headers()["x-api-key"] === key
      ? route.fulfill({ contentType: "application/json", body: json })
      : route.fulfill({ status: 401, contentType: "application/problem+json", body: JSON.stringify({ code: "keyWrong", detail: "The key is not known." }) });
  });
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", event => globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(`${origin}/openapi`);
  return page;
}

async function signIn(page, text = key) {
  await page.getByLabel("Key").fill(text);
  await page.getByRole("button", { name: "Show" }).click();
}

async function close(page) {
  for (const violation of await page.evaluate(() => globalThis.violations)) troubles.push(`policy: ${violation}`);
  await page.context().close();
}

async function audit(page, where) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const violation of violations) troubles.push(`${where}: ${violation.id}: ${violation.nodes[0].html}`);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${where}: wider than the window`);
}

const checks = {
  async accessible() {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [360, 1280]) {
        const page = await open({ colorScheme, viewport: { width, height: 900 } });
        await audit(page, `signing in, ${colorScheme}, ${width}`);
        await signIn(page);
        for (const id of ["createKey", "listObservations", "getArtifact"]) await page.locator(`#${id} > summary`).click();
        await page.locator("#createKey .inside details > summary").first().click();
        await audit(page, `${colorScheme}, ${width}`);
        if (process.argv[4]) await page.screenshot({ path: `${process.argv[4]}/${colorScheme}-${width}.png` });
        if (process.argv[4]) await page.locator("#createKey").screenshot({ path: `${process.argv[4]}/operation-${colorScheme}-${width}.png` });
        await close(page);
      }
    }
  },

  async keyboard() {
    const page = await open();
    await page.keyboard.press("Tab");
    await page.keyboard.type(key);
    await page.keyboard.press("Enter");
    await page.locator("#createKey").waitFor();
    await page.keyboard.type("createkey");
    assert.equal(await page.locator("#count").textContent(), "1 operations");
    for (let presses = 0; presses < 40 && !await page.locator("#createKey > summary").evaluate(one => one === document.activeElement); presses++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("#createKey .inside").waitFor();
    assert.match(await page.locator("#createKey").innerText(), /X-Api-Key: \$KEY/);
    await close(page);
  },

  async refused() {
    const page = await open();
    await signIn(page, "another key");
    await page.getByText("The key is not known.").waitFor();
    assert.equal(await page.locator("#content").isHidden(), true);
    await signIn(page, "no hea\u2028der");
    await page.getByText(/could not be fetched/).waitFor();
    await signIn(page);
    await page.locator("#createKey").waitFor();
    await close(page);
  },

  // Every operation opens, with nothing in it that could not be told.
  async complete() {
    const page = await open();
    await signIn(page);
    await page.locator("#createKey").waitFor();
    const operations = Object.values(JSON.parse(json).paths).flatMap(path => Object.values(path));
    await page.evaluate(() => document.querySelectorAll(".operation").forEach(one => { one.open = true; }));
    await page.waitForFunction(count => document.querySelectorAll(".inside").length === count, operations.length);
    const text = await page.locator("main").evaluate(main => main.textContent);
    assert.doesNotMatch(text, /undefined|NaN|\[object/);
    assert.equal(await page.locator("#count").textContent(), `${operations.length} operations`);
    assert.equal(await page.evaluate(text => document.documentElement.outerHTML.includes(text), key), false);
    await close(page);
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
