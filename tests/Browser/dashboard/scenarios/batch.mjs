import assert from "node:assert/strict";

/** A folder: planned, done while one looks, one file tried again, one change taken back; and another folder that is cancelled before it begins. */
export default async function batch(stage) {
  const page = await stage.enter();
  const main = page.getByRole("main");
  const standing = word => main.locator(".page-head").getByText(word, { exact: true });
  const begin = async (folder, how, submit) => {
    await stage.go(page, "/audio/batches/new");
    await page.getByLabel(/^Folder/).first().fill(folder);
    await page.getByRole("radio", { name: how }).check();
    await page.getByRole("button", { name: submit }).click();
    await page.getByRole("heading", { level: 1, name: folder }).waitFor();
  };
  await begin(stage.folder, "Dry run first", "Begin the dry run");
  await main.getByText(`${stage.count} files would be changed`).first().waitFor();
  await stage.settle(page);
  await stage.look(page, "what the dry run found");
  await stage.shot(page, "batch-planned");
  assert.equal(await stage.ask("isUntouched"), true);

  await stage.ask("pause");
  await main.getByRole("button", { name: "Do it for real" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Change them" }).click();
  await standing("Running").waitFor();
  await main.getByText(`0 of ${stage.count + 1}`).first().waitFor();
  await main.getByRole("progressbar").first().waitFor();
  await stage.ask("resume");
  await standing("Partly failed").waitFor();
  await main.getByText(`${stage.count + 1} of ${stage.count + 1}`).first().waitFor();
  await stage.settle(page);
  await stage.look(page, "done");
  await stage.shot(page, "batch-done");

  await stage.ask("repair");
  await main.getByRole("button", { name: "Retry 1 file" }).click();
  await standing("Done").waitFor();
  assert.equal(await stage.ask("isDone"), true);

  await main.getByRole("link", { name: stage.undone }).first().click();
  await main.getByRole("button", { name: "Undo" }).click();
  await stage.look(page, "before it is taken back");
  await page.getByRole("dialog").getByRole("button", { name: /undo|put it back|take it back/i }).click();
  await main.getByText("Taken back").first().waitFor();
  assert.equal(await stage.ask("isBack"), true);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();

  await stage.ask("pause");
  await begin(stage.other, "Change files at once", "Begin, and change files");
  await main.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel the batch" }).click();
  await standing("Cancelled").waitFor();
  await stage.ask("resume");
  assert.equal(await stage.ask("isOtherUntouched"), true);
  await stage.look(page, "cancelled");
}
