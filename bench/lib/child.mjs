// One contender in a process of its own: warms up, then runs a slice whenever it is told to.
import { slice } from "./slice.mjs";

const { from, name, setting, warmUp } = JSON.parse(process.argv[2]);
const tell = (message) => new Promise((resolve) => process.send(message, resolve));

async function attempt(body) {
  try {
    await tell(await body());
  } catch (error) {
    await tell({ failed: error.stack ?? String(error) });
  }
}

let task;
process.on("message", ({ milliseconds }) => attempt(async () => ({ ns: await slice(task, milliseconds) })));
await attempt(async () => {
  const { CONTENDERS } = await import(from);
  task = await CONTENDERS[name](setting);
  if (task.leftOut) return { leftOut: task.leftOut };
  await slice(task, warmUp);
  return { ready: true };
});
