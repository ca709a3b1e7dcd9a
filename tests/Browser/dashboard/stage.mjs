import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const patience = 60_000;

// What Chromium calls an error and is an answer like others: nobody is signed in, there is no plan or export yet, something is not ready.
const answers = [[401, /\/api\/session$/], [404, /\/api\/indexers\/heal$/], [404, /\/api\/library\/\w+\/\w+/], [503, /\/health\/ready$/]];
const isAnswer = message => answers.some(([status, url]) => message.text().includes(`status of ${status}`) && url.test(message.location().url));

/** A browser on the dashboard of a service. Whatever no page may do is a trouble, wherever it happens. */
export class Stage {
  troubles = [];
  #answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  #browser;

  static async open(settings) {
    const stage = new Stage();
    Object.assign(stage, settings);
    stage.#browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
    return stage;
  }

  /** Asks the test that started the scenario to do something; gives what it answers. */
  async ask(name, argument = null) {
    console.log(`> ${name} ${JSON.stringify(argument)}`);
    const { value } = await this.#answers.next();
    return JSON.parse(value);
  }

  /** A page of a visitor who was never here, on the sign-in page. @param allows what the console may say. */
  async visit({ address = this.address, allows = null, width = 1280, path = "", ...options } = {}) {
    const context = await this.#browser.newContext({ viewport: { width, height: width < 500 ? 760 : 900 }, reducedMotion: "reduce", acceptDownloads: true, ...options });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const origin = new URL(address).origin;
    page.address = address;
    page.on("console", message => ["error", "warning"].includes(message.type()) && !isAnswer(message) && !allows?.test(message.text())
      && this.troubles.push(`console: ${message.text()} (${message.location().url})`));
    page.on("pageerror", error => this.troubles.push(`error: ${error.stack}`));
    page.on("dialog", dialog => { this.troubles.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
    page.on("request", request => !["blob:", "data:"].includes(new URL(request.url()).protocol) && new URL(request.url()).origin !== origin
      && this.troubles.push(`request: ${request.url()}`));
    await context.exposeFunction("noteViolation", text => this.troubles.push(`policy: ${text}`));
    await page.addInitScript(() => document.addEventListener("securitypolicyviolation", event => globalThis.noteViolation(`${event.violatedDirective} ${event.blockedURI}`)));
    this.last = page;
    await page.goto(address + path);
    return page;
  }

  async signIn(page, key = this.key) {
    await page.getByLabel("Key").fill(key);
    await page.getByRole("button", { name: "Sign in" }).click();
  }

  /** A page of somebody who is signed in. */
  async enter(options = {}) {
    const page = await this.visit(options);
    await this.signIn(page, options.key);
    await page.getByRole("navigation", { name: "Main" }).waitFor();
    return page;
  }

  /** Opens an address within the page, waits until it is there, and looks at it unless that was done already in the same colours. */
  async go(page, path, heading = null, { looks = true } = {}) {
    await page.evaluate(hash => { window.location.hash = hash; }, path);
    await page.getByRole("heading", { level: 1, ...heading === null ? {} : { name: heading } }).first().waitFor();
    await this.settle(page);
    if (looks) await this.look(page, path);
    else await this.#measure(page, path);
  }

  /** Until nothing is being fetched any more. */
  async settle(page) {
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await page.evaluate(() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))));
  }

  async expectToast(page, text) {
    await page.locator(".toasts").getByText(text).first().waitFor();
  }

  /** What every page has to keep to: accessible, and no wider than the window. */
  async look(page, where) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const violation of violations.filter(one => ["serious", "critical"].includes(one.impact))) {
      this.troubles.push(`${where}: ${violation.id}: ${violation.nodes.slice(0, 3).map(node => node.html.slice(0, 300)).join("\n  ")}`);
    }
    await this.#measure(page, where);
  }

  async #measure(page, where) {
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) this.troubles.push(`${where}: wider than the window`);
  }

  async shot(page, name) {
    mkdirSync(this.screenshots, { recursive: true });
    await page.screenshot({ path: `${this.screenshots}/${name}.png`, fullPage: true });
  }

  /** With what was to be seen when it failed. */
  async noteFailure(scenario, error) {
    this.troubles.push(error.stack);
    if (this.last !== undefined && !this.last.isClosed()) {
      await this.shot(this.last, `failed-${scenario}`).catch(() => {});
      this.troubles.push(await this.last.locator("body").innerText().then(text => `The page said:\n${text.slice(0, 4000)}`, () => ""));
    }
  }

  async close() {
    await this.#browser.close();
  }
}

/** Asks again until it is so. */
export async function until(isSo, what) {
  const started = Date.now();
  while (!await isSo()) {
    assert.ok(Date.now() - started < patience, what);
    await new Promise(done => setTimeout(done, 100));
  }
}
