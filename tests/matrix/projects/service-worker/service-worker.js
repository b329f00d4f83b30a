import "./counted.js";
import init, { decide } from "./kx-modifier/dist/visit/index.js";

self.addEventListener("install", (event) => event.waitUntil(init().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (!event.request.url.endsWith("/decide")) return;
  const answer = async () => {
    await init();
    return Response.json({ decision: decide(await event.request.json()), compiled: self.compiledModules });
  };
  event.respondWith(answer());
});
