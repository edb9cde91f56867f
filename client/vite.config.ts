import { defineConfig } from "vite";
import solid from "vite-plugin-solid";
import { graphTypes } from "./graph-types.ts";
import { persistedDocuments } from "./persisted-documents.ts";

export default defineConfig({
  plugins: [graphTypes(), persistedDocuments(), solid()],
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { "/graphql": "http://localhost:8080", "/graphiql": "http://localhost:8080" },
  },
});
