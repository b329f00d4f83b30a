// Run in a project that has the package: imports every entry, and calls every function with a request that is answered.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [entries, corpus] = process.argv.slice(2);
for (const entry of JSON.parse(entries)) await import(entry);

const kx = await import("kx-modifier");
await kx.default();
let answered = 0;
for (const file of readdirSync(corpus)) {
  const text = readFileSync(join(corpus, file), "utf8");
  const [name, request] = [text.slice(0, text.indexOf("\n")), text.slice(text.indexOf("\n") + 1)];
  if (typeof kx[name] !== "function") continue;
  try {
    // A file of a payer is text.
    kx[name](...(request.trim() === "" ? [] : [request.startsWith("ISA") ? request : JSON.parse(request)]));
    answered += 1;
  } catch (error) {
    // A refusal is an answer too.
    if (!(error instanceof kx.KxError)) throw error;
  }
}
for (const entry of ["kx-modifier/url", "kx-modifier/visit/url", "kx-modifier/visit"]) {
  const other = await import(entry);
  await other.default();
  other.thresholds({ date: "2026-07-01" });
}
console.log(answered);
