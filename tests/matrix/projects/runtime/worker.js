// A web worker of a runtime that has them.
const worker = new Worker(new URL("./in-worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => {
  console.log(data);
  worker.terminate();
};
worker.onerror = ({ message }) => {
  throw new Error(message);
};
