import assert from "node:assert/strict";

const dead = "Paper Indexer";

/** A plan first, then done: a dead indexer is taken out; a person brings it back. */
export default async function indexers(stage) {
  const page = await stage.enter({ allows: /status of (404|429)/ });
  await stage.go(page, "/indexers/heal", "Indexers");
  await page.getByRole("button", { name: "Plan anew" }).click();
  await stage.expectToast(page, "Nothing was touched");
  await page.getByRole("heading", { name: "Would be switched off" }).waitFor();
  await page.getByRole("link", { name: dead }).waitFor();
  assert.equal(await stage.ask("isOn"), true);
  await stage.look(page, "the plan");

  await page.getByRole("button", { name: "Carry it out" }).click();
  const sure = page.getByRole("dialog");
  await sure.getByText(dead).waitFor();
  await stage.look(page, "before it is carried out");
  await sure.getByRole("button", { name: "Carry it out" }).click();
  await page.getByRole("heading", { name: "Switched off", exact: true }).waitFor();
  assert.equal(await stage.ask("isOn"), false);

  await stage.go(page, "/indexers", "Indexers");
  await page.getByText("Taken out", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: `Enable ${dead}` }).click();
  const enabling = page.getByRole("dialog");
  await enabling.getByRole("button", { name: "Enable", exact: true }).click();
  const anyway = page.getByRole("button", { name: "Do it all the same" });
  await anyway.or(page.getByRole("button", { name: `Disable ${dead}` })).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await page.getByRole("button", { name: `Disable ${dead}` }).waitFor();
  assert.equal(await stage.ask("isOn"), true);
  await stage.settle(page);
  await stage.look(page, "brought back");
}
