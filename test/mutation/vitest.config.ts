import { defineConfig } from "vitest/config";

/** Tests that may kill a mutant of the pack; without those that run every rule on everything and so would run for every mutant: the score is what the others notice. */
export default defineConfig({
  test: {
    include: (process.env["MUTATION_TESTS"] ?? "test/policypack/**/*.test.ts").split(","),
    exclude: ["test/policypack/hostile-inputs.test.ts", "test/policypack/engine/policy-document-monotonic.test.ts", "test/policypack/controls/**", "**/node_modules/**"],
    isolate: false,
    // A mutation run takes second place on a busy machine.
    testTimeout: 60_000,
  },
});
