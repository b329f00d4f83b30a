// Run before anything else in a realm: counts there how often the package's module is compiled. A plain script, since some realms take no other.
globalThis.compiledModules = 0;
{
  // What reads the inlined module is far smaller, and so is what a runtime brings for itself.
  const SMALLEST = 100_000;
  const count = (source) => {
    if (source?.byteLength > SMALLEST) globalThis.compiledModules += 1;
  };
  const { compile, instantiate, Module } = WebAssembly;
  Object.assign(WebAssembly, {
    compile(source) {
      count(source);
      return compile.call(WebAssembly, source);
    },
    instantiate(source, imports) {
      count(source);
      return instantiate.call(WebAssembly, source, imports);
    },
    Module: new Proxy(Module, {
      construct(target, [source], self) {
        count(source);
        return Reflect.construct(target, [source], self);
      },
    }),
  });
}
