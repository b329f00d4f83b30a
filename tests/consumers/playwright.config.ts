import { defineConfig } from "@playwright/test";
import web from "../web/playwright.config.js";

const { globalSetup: _, ...rest } = web;

export default defineConfig({ ...rest, testDir: ".", outputDir: "results" });
