// CommonJS requires the ES module, and both get the same one.
require("./counted.js");
const kx = require("kx-modifier/visit");
const { request } = require("./request.js");
const { say } = require("./say.js");

kx.default().then(async () => {
  if ((await import("kx-modifier/visit")).decide !== kx.decide) throw new Error("two copies of the package");
  say(kx.decide(request));
});
