// The server decides, and the page gets the answer as data.
import init, { decide } from "kx-modifier/visit";
import { request } from "../request.js";

export async function load() {
  await init();
  return { decision: decide(request) };
}
