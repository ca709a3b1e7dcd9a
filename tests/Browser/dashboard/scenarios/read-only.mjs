import assert from "node:assert/strict";
import { views } from "../views.mjs";

/** A key that may only read: all is to be seen, and no button does anything. */
export default async function readOnly(stage) {
  const page = await stage.enter({ key: stage.readKey, allows: /status of 403/ });
  const asked = [];
  const harmless = ["/api/session", "/api/mappings/check"];
  page.on("request", request => request.method() !== "GET" && !harmless.some(path => request.url().endsWith(path)) && asked.push(`${request.method()} ${request.url()}`));
  await page.getByText("(read)").waitFor();
  let buttons = 0;
  for (const view of views) {
    await stage.go(page, view, null, { looks: false });
    const main = page.getByRole("main");
    const count = await main.getByRole("button", { disabled: false }).count();
    for (let place = 0; place < Math.min(count, 12); place++) {
      const button = main.getByRole("button", { disabled: false }).nth(place);
      if (!await button.isVisible().catch(() => false)) continue;
      await button.click({ timeout: 2000 }).catch(() => {});
      buttons += 1;
      const act = page.locator("dialog footer button:not([disabled])").last();
      if (await act.count() > 0) await act.click({ timeout: 2000 }).catch(() => {});
      for (let presses = 0; presses < 2 && await page.locator("dialog[open]").count() > 0; presses++) await page.keyboard.press("Escape");
    }
    assert.deepEqual(asked, [], view);
  }
  assert.ok(await page.getByRole("main").count() === 1 && buttons > 0);
}
