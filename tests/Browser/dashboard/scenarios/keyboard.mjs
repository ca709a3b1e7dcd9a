import assert from "node:assert/strict";

const focused = page => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim() ?? "");

async function tabTo(page, text) {
  for (let presses = 0; presses < 120; presses++) {
    if (await focused(page) === text) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`The focus does not come to "${text}".`);
}

/** Nobody touches the mouse. */
export default async function keyboard(stage) {
  const page = await stage.visit();
  await page.getByLabel("Key").waitFor();
  await page.keyboard.type(stage.key);
  await page.keyboard.press("Enter");
  await page.getByRole("navigation", { name: "Main" }).waitFor();

  await tabTo(page, "Skip to content");
  assert.equal(await page.getByRole("button", { name: "Skip to content" }).isVisible(), true);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "MAIN");

  await page.reload();
  await page.getByRole("navigation", { name: "Main" }).waitFor();
  await tabTo(page, "Indexers");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Indexers" }).waitFor();
  await stage.settle(page);

  await stage.go(page, "/indexers/heal");
  await tabTo(page, "Plan anew");
  await page.keyboard.press("Enter");
  await stage.expectToast(page, "Planned");
  await tabTo(page, "Carry it out");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement === document.body || document.querySelector("dialog").contains(document.activeElement)), true, "The focus left the dialog.");
  }
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await focused(page), "Carry it out");
}
