// The package asks no network: every entry of the tarball and every command in Node with all ways out trapped, and nothing in its files that could.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { consumer, decision, file, folder, script } from "./command.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const trap = pathToFileURL(join(here, "network-trap.mjs")).href;
const pack = join(consumer, "node_modules", "kx-modifier");
const dist = join(pack, "dist");

/** A project that has React beside what was installed, since some entries ask for it. */
const project = mkdtempSync(join(tmpdir(), "kx-network-"));
after(() => rmSync(project, { recursive: true, force: true }));
mkdirSync(join(project, "node_modules"));
for (const name of readdirSync(join(consumer, "node_modules")).filter((one) => !one.startsWith(".")))
  symlinkSync(join(consumer, "node_modules", name), join(project, "node_modules", name));
symlinkSync(join(root, "node_modules", "react"), join(project, "node_modules", "react"));

const trapped = (args, options = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", trap, ...args], { cwd: project, encoding: "utf8", ...options });
  return { status, stdout, stderr };
};

/** Every entry that is JavaScript; for a star, each file that stands for it. */
function entries() {
  const { exports } = JSON.parse(readFileSync(join(pack, "package.json"), "utf8"));
  return Object.entries(exports).flatMap(([key, target]) => {
    const path = target.default ?? target;
    if (!path.endsWith(".js")) return [];
    const own = `kx-modifier${key.slice(1)}`;
    if (!key.includes("*")) return [own];
    const [before, behind] = path.slice("./dist/".length).split("*");
    const names = readdirSync(join(dist, before)).flatMap((name) => {
      if (behind.startsWith("/"))
        return readdirSync(join(dist, before), { withFileTypes: true }).some((one) => one.name === name && one.isDirectory()) ? [name] : [];
      return name.endsWith(behind) && !name.startsWith("chunk-") ? [name.slice(0, -behind.length)] : [];
    });
    const has = (name) =>
      readdirSync(join(dist, before, behind.startsWith("/") ? name : "")).some(
        (one) => one === (behind.startsWith("/") ? behind.slice(1) : `${name}${behind}`),
      );
    return names.filter(has).map((name) => own.replace("*", name));
  });
}

test("a request would be caught, whoever makes it", () => {
  for (const line of [
    'fetch("http://127.0.0.1:9/").catch(() => {})',
    'import("node:net").then(({ connect }) => connect(9).on("error", () => {}))',
    'import("node:https").then(({ get }) => get("https://127.0.0.1:9"))',
    'new (require("node:net").Socket)().connect(9)',
    'import("node:dns/promises").then(({ lookup }) => lookup("example.org")).catch(() => {})',
    "new WebSocket('ws://127.0.0.1:9')",
  ]) {
    const { status, stderr } = trapped(["-e", line]);
    assert.equal(status, 97, `${line}: ${stderr}`);
    assert.match(stderr, /^network: /, line);
  }
});

test("no entry and no function asks the network", () => {
  const all = entries();
  assert.ok(all.length > 60 && all.includes("kx-modifier/react/chip") && all.includes("kx-modifier/wording/es"), all.join());
  copyFileSync(join(here, "network-walk.mjs"), join(project, "walk.mjs"));
  const { status, stdout, stderr } = trapped([
    "--preserve-symlinks",
    "--preserve-symlinks-main",
    "walk.mjs",
    JSON.stringify(all),
    join(root, "fuzz", "corpus", "json"),
  ]);
  assert.equal(status, 0, stderr);
  assert.ok(Number(stdout) > 20, `${stdout} functions were called`);
});

test("no command asks the network", () => {
  const request = file("network.json", decision());
  const asked = [
    ["--help"],
    ["--version"],
    ["decide", request],
    ["audit", "--help"],
    ["about", "--table"],
    ["rules", "check", request],
    ["read-835", request],
    ["hold", request],
  ];
  for (const args of asked) {
    const { status, stderr } = trapped([script, ...args], { cwd: folder });
    assert.ok(status !== 97 && status !== null, `${args.join(" ")}: ${stderr}`);
    assert.doesNotMatch(stderr, /network:/);
  }
});

/** Whatever the package has of JavaScript, without its maps. */
const sources = readdirSync(dist, { recursive: true })
  .filter((name) => name.endsWith(".js"))
  .map((name) => [name, readFileSync(join(dist, name), "utf8")]);

test("its files know one way out: the fetch of the module, at the address that init is given or beside a `url` entry", () => {
  const WAYS =
    /XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|WebTransport|importScripts|SharedWorker|node:(?:net|tls|https?|http2|dgram|dns|child_process|inspector|worker_threads)\b/;
  for (const [name, text] of sources) assert.doesNotMatch(text, WAYS, name);
  const fetching = sources.filter(([, text]) => /\bfetch\s*\(/.test(text));
  for (const [name, text] of fetching) assert.deepEqual(text.match(/.{10}\bfetch\s*\(\w\)/g)?.length, 1, `${name}: one fetch, of what was given`);
  const askers = ([chunk]) => sources.filter(([, text]) => text.includes(`/${chunk}"`)).map(([name]) => name);
  const beside = fetching.filter((one) => askers(one).join() === "url.js,visit/url.js");
  assert.deepEqual([fetching.length, beside.length], [2, 1], fetching.map(([name]) => name).join());
});
