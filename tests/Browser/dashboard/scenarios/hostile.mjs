import assert from "node:assert/strict";
import { nameOf, views } from "../views.mjs";

/** Names that want to be more than names, on every page: they are text, and nothing else. */
export default async function hostile(stage) {
  for (const width of [360, 1280]) {
    const page = await stage.enter({ width });
    for (const view of [...views, ...stage.addresses]) {
      await stage.go(page, view, null, { looks: width === 360 });
      const injected = await page.evaluate(() => ({
        count: document.querySelectorAll('img, iframe, object, embed, base, body script, [onerror], [onload], [onclick], a[href^="javascript:"]').length,
        isRun: globalThis.isInjected === true,
      }));
      assert.deepEqual(injected, { count: 0, isRun: false }, `${view}, ${width}`);
      if (stage.addresses.includes(view)) await stage.shot(page, `hostile-${nameOf(view).slice(0, 40)}-${width}`);
    }
    await stage.go(page, "/audio");
    assert.match(await page.getByRole("main").textContent(), /<img src=x onerror=/);
    await stage.go(page, "/indexers");
    assert.match(await page.getByRole("main").textContent(), /<\/script>/);
    await page.context().close();
  }
}
