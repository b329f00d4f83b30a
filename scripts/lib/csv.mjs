// Reading the tables of data/ (RFC 4180, UTF-8). The rules read theirs when the crate builds; here are those that the package bakes in.
import { readFileSync } from "node:fs";

/** The rows of a table without its header, each as a list of cells. */
export function readCsv(path) {
  const rows = [[]];
  for (const [, quoted, plain, end] of readFileSync(path, "utf8").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.slice(1).filter((row) => row.some((cell) => cell !== ""));
}
