// Two builds of one revision, byte by byte.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Stop } from "../lib/run.mjs";

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The members of a tar file, packed or not: name and hash. */
export function tarMembers(bytes) {
  const tar = bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
  const members = new Map();
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const field = (from, length) => tar.toString("latin1", at + from, at + from + length).replace(/\0.*$/s, "");
    const size = Number.parseInt(field(124, 12), 8) || 0;
    members.set([field(345, 155), field(0, 100)].filter(Boolean).join("/"), sha256(tar.subarray(at, at + 512 + size)));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return members;
}

function where(a, b) {
  if (a[0] !== 0x1f) return `from byte ${a.findIndex((byte, at) => byte !== b[at])} on`;
  const [left, right] = [tarMembers(a), tarMembers(b)];
  const names = [...new Set([...left.keys(), ...right.keys()])].filter((name) => left.get(name) !== right.get(name));
  return names.length ? `in ${names.slice(0, 5).join(", ")}` : "in how it is packed";
}

/** The files of both folders with their hashes; a `Stop` names what differs. */
export function sameBytes(one, other) {
  const names = readdirSync(one).sort();
  const more = readdirSync(other).filter((name) => !names.includes(name));
  const wrong = more.map((name) => `${name} is in the second build alone`);
  const sums = names.map((name) => {
    const bytes = readFileSync(join(one, name));
    if (!existsSync(join(other, name))) wrong.push(`${name} is in the first build alone`);
    else {
      const again = readFileSync(join(other, name));
      if (!bytes.equals(again)) wrong.push(`${name} differs ${where(bytes, again)}`);
    }
    return { name, sum: sha256(bytes) };
  });
  if (wrong.length) throw new Stop(`two builds of one revision are not the same:\n  ${wrong.join("\n  ")}`);
  return sums;
}
