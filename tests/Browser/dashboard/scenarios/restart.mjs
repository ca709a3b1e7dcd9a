import assert from "node:assert/strict";

/** The service is stopped and started again while somebody looks: the page tells of it, and goes on without being loaded again. */
export default async function restart(stage) {
  const page = await stage.enter({ allows: /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_NETWORK/ });
  await stage.go(page, "/indexers", "Indexers");
  await page.locator("header").getByText("Live", { exact: true }).waitFor();
  await page.evaluate(() => { globalThis.isSamePage = true; });

  await stage.ask("stop");
  await page.getByText("The service does not answer. What you see is as it was").waitFor();
  await stage.look(page, "without a service");
  await stage.ask("start");
  await page.getByText("The service does not answer. What you see is as it was").waitFor({ state: "detached" });
  await page.locator("header").getByText("Live", { exact: true }).waitFor();

  assert.equal(await page.evaluate(() => globalThis.isSamePage), true);
  await page.getByRole("heading", { level: 1, name: "Indexers" }).waitFor();
  await stage.go(page, "/schedules", "Schedules");
}
