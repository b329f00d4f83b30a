// Serves a built folder on this machine only.
import { createServer } from "node:http";
import { Stop } from "./run.mjs";

/** The port that PORT names, or the usual one. */
export function wantedPort(usual) {
  const port = Number(process.env.PORT || usual);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Stop(`PORT=${process.env.PORT} is not a port: give a number from 0 to 65535`);
  return port;
}

/** `port` 0 takes a free one. Resolves with the server and the address that answers. */
export async function serveFolder(folder, port, headers = {}) {
  const { default: sirv } = await import("sirv");
  const handler = sirv(folder, {
    dev: true,
    setHeaders(response) {
      for (const [name, value] of Object.entries({
        ...headers,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-cache",
      }))
        response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) =>
    handler(request, response, () => {
      response.statusCode = 404;
      response.end("not found");
    }),
  );
  await new Promise((resolve, reject) => {
    server.once("error", (error) =>
      reject(error.code === "EADDRINUSE" ? new Stop(`port ${port} is taken: end what runs there, or name another with PORT=…`) : error),
    );
    server.listen(port, "127.0.0.1", resolve);
  });
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

/** Says where it is, and ends with Ctrl+C. */
export function untilStopped({ server, address }, what) {
  console.log(`\n${what} at ${address}\n(Ctrl+C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => {
      server.close();
      server.closeAllConnections();
      process.exit(0);
    });
}
