import assert from "node:assert/strict";

/** Two exports from the page, the report of the first, and what lies between them. */
export default async function exports(stage) {
  const page = await stage.enter();
  const main = page.getByRole("main");
  const report = () => main.locator('a[href$="report.html"]').first();
  const run = async full => {
    await stage.go(page, "/library/exports");
    await main.getByRole("button", { name: "Export now" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Of").selectOption("radarr");
    if (full) await dialog.getByLabel(/Ask for all files again/).check();
    await dialog.getByRole("button", { name: "Start" }).click();
    await report().waitFor();
    await stage.settle(page);
    await stage.look(page, "an export");
  };
  await run(false);
  const [opened] = await Promise.all([page.context().waitForEvent("page"), report().click()]);
  await opened.getByRole("heading", { level: 1 }).waitFor();
  assert.match(await opened.locator("body").innerText(), /radarr/);
  await opened.close();
  const [download] = await Promise.all([page.waitForEvent("download"), main.locator('a[href*="scores.csv"]').first().click()]);
  assert.equal(await download.failure(), null);
  await stage.shot(page, "export");

  await stage.ask("change");
  await run(true);
  await stage.go(page, "/library/exports/compare?instance=radarr");
  await main.getByText("Largest gains").waitFor();
  await main.getByText("Removals").or(main.getByText("Removed")).first().waitFor();
  await stage.look(page, "compared");
  await stage.shot(page, "exports-compared");
}
