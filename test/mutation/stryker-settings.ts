import type { PartialStrykerOptions } from "@stryker-mutator/api/core";

/** How Stryker mutates one part of the pack; a change must not compile to be noticed, so that types are left alone. */
export function strykerSettings(part: string, mutate: readonly string[]): PartialStrykerOptions {
  return {
    testRunner: "in-process",
    plugins: ["./test/mutation/in-process-runner.ts", "./test/mutation/ignore-rule-facts.mjs"],
    ignorers: ["rule-facts"],
    mutate: [...mutate],
    coverageAnalysis: "perTest",
    // A copy of the pack and its tests is all that is needed; node_modules is linked.
    ignorePatterns: [
      "/.stryker-tmp", "/.sandbox", "/{bench,components,docs,examples,recording,reports,sandbox,stacks,toolchain}",
      "/test/{architecture,bench,components,docs,engine,sandbox,stacks,support,toolchain}", "/policypack/dist",
    ],
    tempDirName: `.stryker-tmp/${part}`,
    disableTypeChecks: false,
    concurrency: 1,
    // Modules that were loaded stay in memory until the process ends.
    maxTestRunnerReuse: 500,
    timeoutMS: 30_000,
    reporters: ["json"],
    jsonReporter: { fileName: `reports/mutation/${part}.json` },
    incremental: true,
    incrementalFile: `reports/mutation/${part}.incremental.json`,
  };
}
