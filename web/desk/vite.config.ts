import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// The server gives out dist/ under /desk; while working on the desk, Vite does, and hands everything else to a running Dateline.
const dateline = process.env["DATELINE_URL"] ?? "http://localhost:5080";

export default defineConfig({
  base: "/desk/",
  plugins: [react()],
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    // What the desk may weigh is held by tools/budget.mjs.
    chunkSizeWarningLimit: 2_000,
    // The polyfill would be a script in the page, which the page's policy forbids; browsers that run this build need none.
    modulePreload: { polyfill: false },
  },
  server: { port: 5350, strictPort: true, proxy: { "/api": dateline, "/live": dateline, "/assets": dateline, "/media": dateline } },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
