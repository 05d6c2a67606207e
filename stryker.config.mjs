// @ts-check

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  vitest: { configFile: "test/mutation/vitest.config.ts" },
  plugins: ["@stryker-mutator/vitest-runner", "./test/mutation/ignore-rule-facts.mjs"],
  ignorers: ["rule-facts"],
  coverageAnalysis: "perTest",
  mutate: ["policypack/engine/**/*.ts", "policypack/rules/*/*.ts"],
  // The sandbox needs the pack and its tests; node_modules is linked.
  ignorePatterns: ["bench", "components", "docs", "examples", "lambda", "ops", "reports", "sandbox", "stacks", "toolchain", "dist", "/test/{architecture,bench,components,docs,engine,sandbox,stacks,support,toolchain}"],
  tempDirName: ".stryker-tmp",
  concurrency: 1,
  reporters: ["json", "clear-text"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  jsonReporter: { fileName: "reports/mutation/report.json" },
  incremental: true,
  incrementalFile: "reports/mutation/incremental.json",
  thresholds: { high: 95, low: 85, break: 85 },
  timeoutMS: 10_000,
  disableTypeChecks: false,
};
