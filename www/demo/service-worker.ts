// Network first, so that a new version shows at once; what was fetched last stands in when there is no network.
export {};

/** The few parts of the worker's own scope that are used: its library cannot be loaded beside the page's. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Scope {
  addEventListener(type: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
const worker = self as unknown as Scope;

const CACHE = "kx-modifier-appointment";
const SAMPLES = [
  "eligibility-2025.271",
  "remittance-2025.835",
  "claims-2025.837",
  "eligibility-2026.271",
  "remittance-2026.835",
  "claims-2026.837",
  "pverify-2026.json",
  "feed-2026.ndjson",
];
const FILES = ["./", "main.js", "page.css", "print.css", "icon.svg", "sample-peers.json", "kx-modifier.wasm", ...SAMPLES.map((name) => `samples-x12/${name}`)];

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES))
      .then(() => worker.skipWaiting()),
  );
});
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) event.respondWith(networkFirst(request));
});

async function networkFirst(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}
