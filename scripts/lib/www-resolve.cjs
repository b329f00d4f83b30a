// As tsconfig.json's `moduleSuffixes`, in the words of the resolver that dependency-cruiser uses.
module.exports = { resolve: { extensionAlias: { ".js": [".d.ts", ".ts", ".js"] } } };
