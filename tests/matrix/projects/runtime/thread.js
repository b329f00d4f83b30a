// A thread of its own, as a server has it for long work.
import { Worker } from "node:worker_threads";

new Worker(new URL("./import.js", import.meta.url)).on("error", (error) => {
  throw error;
});
