import { nameOf, views } from "../views.mjs";

/** Each view as it looks on a phone and on a desk, light and dark. */
export default async function screenshots(stage) {
  for (const [width, colorScheme] of [[1280, "light"], [360, "dark"], [1280, "dark"], [360, "light"]]) {
    const page = await stage.enter({ width, colorScheme });
    for (const view of views) {
      await stage.go(page, view, null, { looks: (width === 1280) === (colorScheme === "light") });
      await stage.shot(page, `${nameOf(view)}-${width}-${colorScheme}`);
    }
    await page.context().close();
  }
}
