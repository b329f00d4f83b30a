import { defineConfig } from "@playwright/test";
import web from "../web/playwright.config.js";

export default defineConfig({ ...web, testDir: ".", outputDir: "results", globalSetup: "./serve.ts", reporter: "dot" });
