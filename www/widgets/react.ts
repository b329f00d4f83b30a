"use client";
// The widgets as React components, for React before 19 and for those who like names better than tags. A component registers its element, and
// those that the element holds, under their own tags.
export * from "./made/react.js";
export type { Widget } from "./shared/react.js";
