import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

const views = ["/", "/indexers", "/audio", "/audio/batches", "/library", "/schedules", "/system", "/system/configuration", "/system/keys", "/setup", "/nothing"];
const open = ["GET /", "HEAD /", "GET /assets/{file}", "HEAD /assets/{file}", "GET /health", "GET /health/ready", "GET /openapi", "POST /api/session"];

/** Somebody without a key, on a service that nobody has set up: the sign-in page wherever one goes, and no answer from any route. */
export default async function stranger(stage) {
  const page = await stage.visit({ allows: /status of (400|401|403|404|405|413|415|429)/ });
  const asked = [];
  page.on("request", request => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  for (const view of views) {
    await page.goto(`${stage.address}#${view}`);
    await page.reload();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    assert.equal(await page.getByRole("navigation").count(), 0, view);
    assert.equal(await page.getByRole("heading").count(), 1, view);
  }
  await stage.look(page, "signing in");
  assert.deepEqual([...new Set(asked)].filter(request => !/^GET (\/|\/assets\/.*|\/api\/session)$/.test(request)), []);

  const { paths } = JSON.parse(await readFile(stage.openApi, "utf8"));
  const routes = Object.entries(paths).flatMap(([path, operations]) => Object.keys(operations).filter(method => method !== "parameters").map(method => [method.toUpperCase(), path]));
  assert.ok(routes.length > 80);
  for (const [method, path] of routes) {
    const { status, body } = await page.evaluate(async ([method, path]) => {
      const answer = await fetch(path.slice(1).replace(/\{[^}]+\}/g, "1"), { method, ...["GET", "HEAD"].includes(method) ? {} : { body: "{}", headers: { "Content-Type": "application/json" } } });
      return { status: answer.status, body: await answer.text() };
    }, [method, path]);
    if (!open.includes(`${method} ${path}`)) {
      assert.equal(status, 401, `${method} ${path}`);
      assert.match(JSON.parse(body).code, /^key/, `${method} ${path}`);
    } else if (path === "/health") {
      assert.deepEqual(Object.keys(JSON.parse(body)), ["status"]);
    }
  }
}
