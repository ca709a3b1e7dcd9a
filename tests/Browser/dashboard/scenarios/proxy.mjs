import assert from "node:assert/strict";

/** Behind nginx, below a path; first with the stream, then with one that it cuts off. */
export default async function proxy(stage) {
  const page = await stage.visit({ address: stage.proxied.replace(/\/$/, "") });
  assert.equal(page.url(), stage.proxied);
  await stage.signIn(page);
  await page.locator("header").getByText("Live", { exact: true }).waitFor();
  const [cookie] = await page.context().cookies();
  assert.equal(cookie.path, new URL(stage.proxied).pathname.replace(/\/$/, ""));
  await stage.go(page, "/audio", "Audio");
  await stage.ask("import", 1);
  await page.getByText("Film 1").first().waitFor();
  await stage.go(page, "/system");
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "System" }).waitFor();
  await page.context().close();

  const polling = await stage.visit({ address: stage.cut, allows: /status of 502/ });
  await stage.signIn(polling);
  await polling.locator("header").getByText("Every 5 s", { exact: true }).waitFor();
  await stage.go(polling, "/audio", "Audio");
  await stage.ask("import", 2);
  await polling.getByText("Film 2").first().waitFor();
  await stage.look(polling, "polling");
}
