// A measurement or a check in a process of its own, which says its answer as JSON on the last line of its output.
import { spawn } from "node:child_process";

export function alone(file, argument, timeout = 3_600_000) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, JSON.stringify(argument)], { stdio: ["ignore", "pipe", "pipe"], timeout });
    let out = "",
      said = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said = (said + text).slice(-4000);
    });
    child.on("error", (error) => resolve({ failed: error.message }));
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(JSON.parse(out.trim().split("\n").pop()));
      const why = said.split("\n").find((line) => /Error|unreachable/.test(line)) ?? `it ended with ${signal ?? code}`;
      resolve({ failed: why.trim().slice(0, 200) });
    });
  });
}

/** Where the file was called by `alone`: does its part and says the answer. */
export async function part(self, body) {
  if (process.argv[1] === self) console.log(JSON.stringify(await body(JSON.parse(process.argv[2]))));
}
