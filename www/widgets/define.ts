// Registers all widgets under their own tags.
import { defineWidgets } from "./all.js";
import type {} from "./tags.js";

defineWidgets();
