import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // By default a core is left to others, which of two is half.
    maxWorkers: "100%",
    projects: [
      { test: { name: "rules", include: ["test/policypack/**/*.test.ts"], isolate: false } },
      { test: { name: "pure", include: ["test/**/*.test.ts"], exclude: ["test/policypack/**", "test/components/**", "test/engine/**", "**/node_modules/**"] } },
      { test: { name: "components", include: ["test/components/**/*.test.ts"], testTimeout: 20_000 } },
      { test: { name: "engine", include: ["test/engine/**/*.test.ts"], testTimeout: 240_000, hookTimeout: 240_000, fileParallelism: false } },
    ],
  },
});
