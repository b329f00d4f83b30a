// The page of claims on hold of docs/frameworks.md in React.
document.body.appendChild(Object.assign(document.createElement("main"), { id: "claims" }));
await import("./claims-page");
export {};
