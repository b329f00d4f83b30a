// The Treatment section of docs/frameworks.md in React, by its own entry.
document.body.appendChild(Object.assign(document.createElement("main"), { id: "root" }));
await import("./main");
export {};
