// Licences: which are allowed (deny.toml), which of several is taken, and the text that comes with a package.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root, Stop } from "./run.mjs";

/** Of several that may be chosen the first is taken. */
const PREFERRED = ["MIT", "Apache-2.0", "BSD-3-Clause", "BSD-2-Clause", "ISC", "Zlib", "Unicode-3.0", "Unlicense", "CC0-1.0"];

/** By what a text is known: files are named in a dozen ways. */
const TEXTS = {
  MIT: /Permission is hereby granted, free of charge/,
  "Apache-2.0": /Apache License\s+Version 2\.0/,
  "BSD-3-Clause": /Redistribution and use in source and binary forms[\s\S]*(?:Neither the name|names? of)/,
  "BSD-2-Clause": /Redistribution and use in source and binary forms/,
  ISC: /Permission to use, copy, modify,? and\/or distribute this software/,
  Zlib: /This software is provided 'as-is'/,
  "Unicode-3.0": /UNICODE LICENSE V3/i,
  Unlicense: /This is free and unencumbered software/,
  "CC0-1.0": /CC0 1\.0|Creative Commons Legal Code/,
};

export function allowedLicences(text = readFileSync(join(root, "deny.toml"), "utf8")) {
  const list = /^\[licenses\][\s\S]*?^allow = \[([^\]]*)\]/m.exec(text)?.[1];
  if (!list) throw new Stop("deny.toml has no list of allowed licences");
  return new Set([...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name));
}

/** Every choice that an SPDX expression leaves, each as the list of licences that then hold together. */
export function choices(expression) {
  const tokens = expression
    .replace(/([()])/g, " $1 ")
    .replaceAll("/", " OR ")
    .trim()
    .split(/\s+/);
  const either = () => {
    let all = both();
    while (tokens[0] === "OR" && tokens.shift()) all = [...all, ...both()];
    return all;
  };
  const both = () => {
    let all = one();
    while (tokens[0] === "AND" && tokens.shift()) {
      const more = one();
      all = all.flatMap((left) => more.map((right) => [...left, ...right]));
    }
    return all;
  };
  const one = () => {
    const token = tokens.shift();
    if (token === "(") {
      const inner = either();
      if (tokens.shift() !== ")") throw new Stop(`\`${expression}\` is no licence expression`);
      return inner;
    }
    if (!token || /^(AND|OR|WITH|\))$/.test(token)) throw new Stop(`\`${expression}\` is no licence expression`);
    return [[tokens[0] === "WITH" && tokens.shift() ? `${token} WITH ${tokens.shift()}` : token]];
  };
  const all = either();
  if (tokens.length) throw new Stop(`\`${expression}\` is no licence expression`);
  return all;
}

/** What is taken of an expression; a `Stop` where nothing in it is allowed. */
export function taken(name, expression, allowed = allowedLicences()) {
  if (!expression) throw new Stop(`${name} names no licence`);
  const rank = (list) => Math.max(...list.map((one) => (PREFERRED.indexOf(one) + PREFERRED.length) % PREFERRED.length));
  const [best] = choices(expression)
    .filter((list) => list.every((one) => allowed.has(one)))
    .sort((a, b) => a.length - b.length || rank(a) - rank(b));
  if (!best) throw new Stop(`${name} is under ${expression}: deny.toml allows none of it`);
  return [...new Set(best)];
}

/** The text that a package has of each licence that is taken, and what its NOTICE says. */
export function textsOf(folder, licences) {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile() && /licen[cs]e|copying|notice|unlicense/i.test(file.name))
    .map((file) => ({ file: file.name, text: readFileSync(join(folder, file.name), "utf8").replace(/\r\n/g, "\n").trim() }));
  const texts = licences.map((licence) => {
    const found = files.filter(({ text }) => TEXTS[licence.replace(/ WITH .*/, "")]?.test(text)).sort((a, b) => a.text.length - b.text.length)[0];
    return { licence, text: found?.text ?? null };
  });
  const notice = files.find(({ file }) => /^notice/i.test(file));
  return notice ? [...texts, { licence: "NOTICE", text: notice.text }] : texts;
}
