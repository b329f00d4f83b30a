#!/usr/bin/env node
// The command `kx-modifier`. Files are only read, nothing is stored and nothing is sent.
import { readFileSync } from "node:fs";
import { initSync, versions, type Policy, type Usage } from "kx-modifier";
import { about, feedback } from "./attested.js";
import * as audit from "./audit.js";
import { BadFile, Complaint, Report } from "./complaint.js";
import * as decide from "./decide.js";
import * as ecbr from "./ecbr.js";
import * as hold from "./hold.js";
import { nameOf, x12Text } from "./input.js";
import { help, readOptions, type Options } from "./options.js";
import * as rework from "./rework.js";
import { checkPacks, usePacks } from "./rules.js";
import { optionFile, runFiles, runRequests } from "./run.js";
import * as scrub from "./scrub.js";
import { view as scrubView } from "./scrub-view.js";
import { addPaid, type KnownUsage } from "./usage.js";
import { eligibility, remittance } from "./x12.js";
import { feed, figuresOf, pverify } from "./used.js";

/** As a shell names a filter whose reader went away. */
const READER_GONE = 141;

function version(): string {
  const { package: number, revision, rules, years } = versions();
  return `kx-modifier ${number} (${revision})\nrules ${rules}\nyears ${years.join(" ")}\n`;
}

async function runScrub(options: Options, report: Report): Promise<void> {
  const given = await optionFile<Usage>(options.usage);
  const fees = await optionFile<scrub.Fees>(options.fees);
  const policy = await optionFile<Policy>(options.policy);
  const paid: KnownUsage["paid"] = new Map();
  for (const file of options.remittance) {
    for (const { segment, reason } of addPaid(paid, nameOf(file), await x12Text(file, null))) {
      report.finding();
      report.say(`${nameOf(file)}: skipped ${segment}: ${reason}`);
    }
  }
  const settings = { usage: { name: nameOf(options.usage ?? ""), given, paid }, ...(fees && { fees }), ...(policy && { policy }) };
  await runFiles(options, { read: (text) => scrub.scrub(text, settings), isFinding: scrub.isFinding, view: scrubView }, report);
}

async function run(options: Options, report: Report): Promise<void> {
  initSync(readFileSync(new URL("./kx-modifier.wasm", import.meta.url)));
  if (options.files.includes("-") && process.stdin.isTTY) report.say("reading from the terminal; press Ctrl-D to end");
  await usePacks(options.rules);
  switch (options.command) {
    case "decide":
      return runRequests(options, { ...decide, answerer: decide.answerer() }, report);
    case "audit":
      return runRequests(options, { ...audit, answerer: audit.answerer(await optionFile(options.policy)) }, report);
    case "hold":
      return runRequests(options, { ...hold, answerer: hold.answerer() }, report);
    case "rework":
      return runRequests(options, { ...rework, answerer: rework.answerer() }, report);
    case "ecbr":
      return runRequests(options, { ...ecbr, answerer: ecbr.answerer() }, report);
    case "read-271":
      return runFiles(options, eligibility, report);
    case "read-835":
      return runFiles(options, remittance, report);
    case "read-pverify":
      return runFiles(options, pverify(options.checked ?? ""), report);
    case "read-eob":
      return runFiles(options, feed(options.ours, await figuresOf(options.eligibility)), report);
    case "scrub-837":
      return runScrub(options, report);
    case "rules":
      return checkPacks(options, report);
    case "feedback":
      return feedback(options, report);
    case "about":
      return about(options, report);
  }
}

const report = new Report();
process.stderr.on("error", () => process.exit(READER_GONE));
process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") process.exit(READER_GONE);
  report.bad(`standard output: ${message}`);
  process.exit(report.status);
});

try {
  const options = readOptions(process.argv.slice(2));
  if ("show" in options) process.stdout.write(options.show === "help" ? help(options.about) : version());
  else await run(options, report);
} catch (error) {
  if (error instanceof Complaint || error instanceof BadFile) {
    report.bad(error.message);
  } else {
    report.bad("an error in kx-modifier itself:");
    console.error(error);
  }
}
process.exitCode = report.status;
