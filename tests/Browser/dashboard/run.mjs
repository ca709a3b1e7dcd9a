// node run.mjs <scenario> <settings as JSON>: plays a scenario on the dashboard of a running service. Writes "ok", or says what is wrong and ends with 1.
// What a scenario asks of the test that started it is a line "> name argument" on standard output; the answer is a line of JSON on standard input.
import { Stage } from "./stage.mjs";

const [scenario, settings] = process.argv.slice(2);
const { default: play } = await import(`./scenarios/${scenario}.mjs`);
const stage = await Stage.open(JSON.parse(settings));
try {
  await play(stage);
} catch (error) {
  await stage.noteFailure(scenario, error);
} finally {
  await stage.close();
}
const { troubles } = stage;
console.log(troubles.length === 0 ? "ok" : troubles.join("\n"));
process.exit(troubles.length === 0 ? 0 : 1);
