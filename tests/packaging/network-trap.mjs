// Loaded before anything else (`node --import`): whoever asks the network of Node, by any of its ways, ends the process with 97 and a stack.
import dgram from "node:dgram";
import dns from "node:dns";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import tls from "node:tls";

function caught(what) {
  // Also where it is asked for with `new`.
  return function way() {
    // At once and by hand: whoever asked may catch what is thrown.
    process._rawDebug(`network: ${what}\n${new Error().stack}`);
    process.exit(97);
  };
}

const WAYS = [
  [net, "net", ["connect", "createConnection", "createServer"]],
  [net.Socket.prototype, "net.Socket", ["connect"]],
  [net.Server.prototype, "net.Server", ["listen"]],
  [tls, "tls", ["connect"]],
  [http, "http", ["request", "get"]],
  [https, "https", ["request", "get"]],
  [http2, "http2", ["connect"]],
  [dgram, "dgram", ["createSocket"]],
  [dns, "dns", ["lookup", "resolve", "resolve4", "resolve6"]],
  [dns.promises, "dns.promises", ["lookup", "resolve"]],
  [globalThis, "globalThis", ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"]],
];
for (const [owner, name, ways] of WAYS) {
  // What is not there yet is there to be caught.
  for (const way of ways) Object.defineProperty(owner, way, { value: caught(`${name}.${way}`), configurable: true, writable: true });
}
syncBuiltinESMExports();
