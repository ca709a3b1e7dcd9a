import assert from "node:assert/strict";

const navigation = page => page.getByRole("navigation", { name: "Main" });

/** A wrong key, a reload, a sign-out, a session that ends while somebody looks; each time one goes on where one was. */
export default async function session(stage) {
  const page = await stage.visit({ allows: /status of 401/, path: "#/system" });
  await stage.look(page, "signing in");
  assert.match(await page.locator("main").innerText(), /initial-key/);
  await stage.signIn(page, "another key");
  await page.getByRole("alert").getByText(/not known/).waitFor();
  await stage.look(page, "a wrong key");
  assert.equal(await navigation(page).count(), 0);

  const { key } = await stage.ask("makeKey");
  await stage.signIn(page, key);
  await page.getByRole("heading", { level: 1, name: "System" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "System" }).waitFor();
  const cookies = await page.context().cookies();
  assert.ok(cookies.length > 0 && cookies.every(cookie => cookie.httpOnly && cookie.sameSite !== "None"), JSON.stringify(cookies));
  assert.equal(await page.evaluate(text => JSON.stringify({ ...localStorage, ...sessionStorage, cookie: document.cookie, html: document.documentElement.outerHTML }).includes(text), key), false);

  await stage.ask("endKey");
  await page.getByText(/session is over/).waitFor();
  await stage.look(page, "a session that is over");
  await stage.signIn(page);
  await page.getByRole("heading", { level: 1, name: "System" }).waitFor();

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Key").waitFor();
  assert.equal(await page.getByText(/session is over/).count(), 0);
  assert.deepEqual((await page.context().cookies()).filter(cookie => cookie.value !== ""), []);
  await page.reload();
  await page.getByLabel("Key").waitFor();
  assert.equal(await navigation(page).count(), 0);
}
