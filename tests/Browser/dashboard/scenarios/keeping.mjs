import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { until } from "../stage.mjs";

const secret = "9fK2tQ7xLw4ZsB8mVn3c";

/** Somebody's program that takes messages; it refuses them until it is told otherwise. */
async function listen() {
  const receiver = { bodies: [], status: 404 };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", part => { body += part; }).on("end", () => {
      receiver.bodies.push(body);
      response.writeHead(receiver.status).end("OK");
    });
  }).listen(0, "127.0.0.1");
  await new Promise(done => server.once("listening", done));
  receiver.url = `http://127.0.0.1:${server.address().port}/hook/${secret}`;
  receiver.close = () => { server.closeAllConnections(); server.close(); };
  return receiver;
}

/** A backup and a target of notifications, with nothing but the page. */
export default async function keeping(stage) {
  const page = await stage.enter({ allows: /status of 4(12|22)/ });
  await backups(stage, page);
  const receiver = await listen();
  try {
    await target(stage, page, receiver);
    await rules(stage, page);
    await usual(stage, page);
    await twoPeople(stage, page);
    await heartbeat(stage, page, receiver);
    await removal(stage, page);
  } finally {
    receiver.close();
  }
}

async function backups(stage, page) {
  await stage.go(page, "/system/backup", "System");
  const card = page.getByRole("region", { name: "Backups", exact: true });
  await card.getByText("There is no backup yet.").waitFor();
  await card.getByRole("button", { name: "Back up now" }).click();
  await stage.expectToast(page, "was made");
  const row = card.getByRole("row").filter({ hasText: "when somebody asked" });
  await row.waitFor();
  await card.getByText("There is no backup yet.").waitFor({ state: "detached" });
  const link = row.getByRole("link", { name: /^Download/ });
  const name = (await link.getAttribute("aria-label")).replace("Download ", "");
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  assert.equal(await download.failure(), null);
  assert.equal(download.suggestedFilename(), name);
  const bytes = await readFile(await download.path());
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
  assert.ok(bytes.includes("manifest.json"));
  await page.getByRole("region", { name: "Bring a backup back" }).getByText(`admin restore ${name}`).first().waitFor();
  await stage.settle(page);
  await stage.look(page, "a backup");
  await stage.shot(page, "keeping-backup");
  assert.equal(await stage.ask("isBackup", name), true);

  await page.getByRole("button", { name: "Clean up now" }).click();
  const cleaned = page.getByRole("listitem").filter({ hasText: "job-cleanup" });
  await cleaned.getByText("done", { exact: true }).waitFor();

  await row.getByRole("button", { name: /^Remove/ }).click();
  await page.getByRole("dialog").getByText("the only one that can be restored").waitFor();
  await stage.look(page, "removing a backup");
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await stage.expectToast(page, "was removed");
  await card.getByText("There is no backup yet.").waitFor();
}

async function target(stage, page, receiver) {
  await stage.go(page, "/system/notifications", "System");
  await page.getByText("Nobody is told when something goes wrong").waitFor();
  await page.getByRole("button", { name: "Add a target" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Kind").selectOption("smtp");
  await dialog.getByLabel("From").waitFor();
  await dialog.getByLabel("Kind").selectOption("webhook");
  assert.equal(await dialog.getByLabel("From").count(), 0);
  assert.equal(await dialog.getByLabel("Name").inputValue(), "webhook");
  await dialog.getByLabel("Name").fill("hook");
  await dialog.getByLabel(/^Address/).fill(receiver.url);
  await stage.look(page, "the form of a target");
  await dialog.getByRole("button", { name: "Save and test" }).click();
  await dialog.getByText("It is saved, but the test did not arrive").waitFor();
  await stage.look(page, "a target that refuses");
  await stage.shot(page, "keeping-target-refuses");
  receiver.status = 200;
  await dialog.getByRole("button", { name: "Save and test" }).click();
  await stage.expectToast(page, "hook is saved, and the test arrived there");
  assert.equal(receiver.bodies.length >= 2, true);

  const row = page.getByRole("listitem").filter({ has: page.getByText("hook", { exact: true }) });
  await row.getByText("127.0.0.1").waitFor();
  const before = receiver.bodies.length;
  await row.getByRole("button", { name: "Test hook" }).click();
  await row.getByText("The test arrived there.").waitFor();
  assert.ok(receiver.bodies.length > before);
  const kept = await page.evaluate(() => Promise.all(["api/config", "api/notifications", "api/events"].map(async path => (await fetch(path)).text())));
  assert.equal(kept.some(text => text.includes(secret)), false, "The address that was saved came back.");
  assert.equal((await page.content()).includes(secret), false);

  await row.getByRole("button", { name: "Change hook" }).click();
  assert.equal(await dialog.getByLabel(/^Address/).inputValue(), "");
  await dialog.getByText("Left empty, the saved one stays (at 127.0.0.1)").waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await stage.settle(page);
  await stage.look(page, "a target that works");
  await stage.shot(page, "keeping-target");
  await stage.go(page, "/setup/told", "First steps");
  await page.getByRole("link", { name: /Be told/ }).getByText("Done").waitFor();
}

async function rules(stage, page) {
  await stage.go(page, "/system/notifications", "System");
  const card = page.getByRole("region", { name: "What is told" });
  await card.getByText("these usual ones hold").waitFor();
  const dialog = page.getByRole("dialog");
  await card.getByRole("button", { name: "Add a rule" }).click();
  await dialog.getByText("the usual ones do not hold any more").waitFor();
  await dialog.getByLabel("Events").fill("backup.failed\nindexer.");
  await dialog.getByLabel("hook").check();
  await stage.look(page, "the form of a rule");
  await dialog.getByRole("button", { name: "Store" }).click();
  await stage.expectToast(page, "The rule is stored");
  await card.getByText(/backup\.failed, indexer\./).waitFor();
  await stage.settle(page);
  await stage.look(page, "a rule");
  await stage.shot(page, "keeping-rules");
  await card.getByRole("button", { name: "Back to the usual ones" }).click();
  await dialog.getByRole("button", { name: "Back to the usual ones" }).click();
  await stage.expectToast(page, "The usual rules hold again");
  await card.getByText("these usual ones hold").waitFor();
}

/** The usual rules become rules of one's own, of which one is moved and one keeps a target from being removed. */
async function usual(stage, page) {
  const card = page.getByRole("region", { name: "What is told" });
  const dialog = page.getByRole("dialog");
  const rules = card.getByRole("list").first().locator("> li");
  await card.getByRole("button", { name: "Change the usual ones" }).click();
  await dialog.getByText("They are stored as rules of your own").waitFor();
  await card.getByText("batch.succeeded, by schedule:library-export").waitFor();
  await stage.look(page, "copying the usual rules");
  await dialog.getByRole("button", { name: "Copy them" }).click();
  await stage.expectToast(page, "The usual rules are yours now");
  await card.getByRole("button", { name: "Change rule 2" }).waitFor();
  const [first, second] = await rules.allInnerTexts();
  await card.getByRole("button", { name: "Rule 2 before the one above" }).click();
  await stage.expectToast(page, "The order is changed");
  await until(async () => {
    const [above, below] = await rules.allInnerTexts();
    return words(above) === words(second) && words(below) === words(first);
  }, "The rules have not changed places.");
  await card.getByRole("button", { name: "Change rule 1" }).click();
  await dialog.getByLabel("hook").check();
  await dialog.getByRole("button", { name: "Store" }).click();
  await stage.expectToast(page, "The rule is stored");
  await page.getByRole("button", { name: "Remove hook" }).click();
  await dialog.getByText("1 rule names it").waitFor();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await stage.expectToast(page, "'hook' is no target that takes messages");
  await card.getByRole("button", { name: "Back to the usual ones" }).click();
  await dialog.getByRole("button", { name: "Back to the usual ones" }).click();
  await card.getByText("these usual ones hold").waitFor();
}

/** Of a rule, without its place and its buttons. */
const words = text => text.split("\n").map(line => line.trim()).filter(line => line !== "" && !/^\d+$|^Change$|^Remove$/.test(line)).join("\n");

/** Somebody else stores something while a form is open: nothing is lost, and a second press stores it. */
async function twoPeople(stage, page) {
  const dialog = page.getByRole("dialog");
  await page.route("**/api/config", route => route.request().method() === "PUT"
    ? route.continue({ headers: { ...route.request().headers(), "if-match": '"of-before"' } }) : route.continue());
  await page.getByRole("button", { name: "Add a rule" }).click();
  await dialog.getByLabel("Events").fill("backup.failed");
  await dialog.getByRole("button", { name: "Store" }).click();
  await dialog.getByRole("alert").waitFor();
  await page.unroute("**/api/config");
  await dialog.getByRole("button", { name: "Store" }).click();
  await stage.expectToast(page, "The rule is stored");
  await page.getByRole("button", { name: "Remove rule 1" }).click();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await page.getByText("these usual ones hold").waitFor();
}

async function heartbeat(stage, page, receiver) {
  const before = receiver.bodies.length;
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Add a target" }).click();
  await dialog.getByLabel("Kind").selectOption("healthchecks");
  await dialog.getByLabel(/^Address/).fill(receiver.url);
  await dialog.getByRole("button", { name: "Save and test" }).click();
  await stage.expectToast(page, "healthchecks is saved, and a sign of life arrived there");
  assert.ok(receiver.bodies.length > before);
  await page.getByRole("button", { name: "Remove healthchecks" }).click();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await stage.expectToast(page, "healthchecks was removed");
}

async function removal(stage, page) {
  await page.getByRole("button", { name: "Remove hook" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await stage.expectToast(page, "hook was removed");
  await page.getByText("Nobody is told when something goes wrong").waitFor();
  await until(async () => (await page.evaluate(async () => (await fetch("api/config")).text())).includes("Notifications:Targets:5") === false, "The settings of the target are still there.");
}
