import { defineConfig } from "vitest/config";

/** Tests that may kill a mutant of the pack; without those that run every rule on everything and so would run for every mutant. */
export default defineConfig({
  test: {
    include: (process.env["MUTATION_TESTS"] ?? "test/policypack/**/*.test.ts").split(","),
    exclude: ["test/policypack/hostile-inputs.test.ts", "test/policypack/controls/**", "**/node_modules/**"],
    isolate: false,
  },
});
