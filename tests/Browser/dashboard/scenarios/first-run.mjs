import assert from "node:assert/strict";

/** From an empty data folder to a file that is changed, with nothing but the page. */
export default async function firstRun(stage) {
  const page = await stage.enter();
  const step = name => stage.go(page, `/setup/${name}`, "First steps");
  await step("instances");
  await stage.shot(page, "first-run-instances");
  await page.getByRole("button", { name: "Add an instance" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Program").selectOption("radarr");
  await dialog.getByLabel("Address").fill(stage.radarr.url);
  await dialog.getByLabel("API key").fill("0".repeat(32));
  await dialog.getByRole("button", { name: "Test" }).click();
  await dialog.getByRole("button", { name: "Save it all the same" }).waitFor();
  await stage.look(page, "a wrong API key");
  await dialog.getByLabel("API key").fill(stage.radarr.apiKey);
  await dialog.getByRole("button", { name: "Test" }).click();
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await stage.expectToast(page, "radarr is saved");
  const kept = await page.evaluate(() => Promise.all(["api/instances", "api/config", "api/setup"].map(async path => (await fetch(path)).text())));
  assert.equal(kept.some(text => text.includes(stage.radarr.apiKey)), false, "The key that was saved came back.");
  assert.equal((await page.content()).includes(stage.radarr.apiKey), false);

  await step("media");
  await page.getByLabel("Media folders").fill(stage.media);
  await page.getByRole("button", { name: "Look and save" }).click();
  await stage.expectToast(page, "media folders are saved");
  const paths = page.getByRole("region", { name: "Paths of radarr" });
  await paths.getByRole("button", { name: "Add a path" }).click();
  await paths.getByLabel("Folder as radarr names it").fill("/movies");
  await paths.getByLabel("The same folder here").fill(`${stage.media}/nothing`);
  await paths.getByRole("button", { name: "Look", exact: true }).click();
  await paths.getByText("Not found").first().waitFor();
  await stage.shot(page, "first-run-wrong-path");
  await paths.getByLabel("The same folder here").fill(stage.movies);
  await paths.getByRole("button", { name: "Save paths" }).click();
  await paths.getByText("Found", { exact: true }).first().waitFor();
  await stage.look(page, "paths that are right");

  await step("webhook");
  await page.getByRole("button", { name: "Connect radarr" }).click();
  await stage.expectToast(page, "its test arrived");
  await stage.shot(page, "first-run-webhook");

  await step("preview");
  await page.waitForFunction(path => [...document.querySelectorAll("input")].some(field => field.value === path), stage.first);
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByText("It would be changed").waitFor();
  await page.getByRole("table").getByText("Japanese is the original language").waitFor();
  await stage.look(page, "the preview");
  await stage.shot(page, "first-run-preview");
  assert.equal(await stage.ask("isUntouched"), true);

  await step("live");
  await page.getByRole("button", { name: "Switch on" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Switch on" }).click();
  await stage.expectToast(page, "switched on");
  await page.getByText("Everything is set up").waitFor();

  await stage.go(page, "/audio", "Audio");
  await stage.ask("import");
  await page.getByText("The Second Film").first().waitFor();
  await page.getByText("Changed", { exact: true }).last().waitFor();
  await stage.settle(page);
  await stage.look(page, "the first file");
  await stage.shot(page, "first-run-done");
}
