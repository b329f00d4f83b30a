import init from "kx-modifier/visit";

export const ready = init();
