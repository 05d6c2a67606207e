// @ts-check
// Run by test/mutation/run.ts, which says what is mutated and by which tests.
const part = process.env["MUTATION_PART"] ?? "pack";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  vitest: { configFile: "test/mutation/vitest.config.ts" },
  plugins: ["@stryker-mutator/vitest-runner", "./test/mutation/ignore-rule-facts.mjs"],
  ignorers: ["rule-facts"],
  coverageAnalysis: "perTest",
  // The sandbox needs the pack and its tests; node_modules is linked.
  ignorePatterns: ["/.stryker-tmp", "/.sandbox", "/{bench,components,docs,examples,lambda,ops,reports,sandbox,stacks,toolchain}", "/test/{architecture,bench,components,docs,engine,sandbox,stacks,support,toolchain}", "/policypack/dist"],
  tempDirName: `.stryker-tmp/${part}`,
  concurrency: 1,
  reporters: ["json"],
  jsonReporter: { fileName: `reports/mutation/${part}.json` },
  incremental: true,
  timeoutMS: 10_000,
  dryRunTimeoutMinutes: 60,
  // Every line is TypeScript under the compiler's strictest settings already; a mutant need not compile to be noticed.
  disableTypeChecks: false,
};
