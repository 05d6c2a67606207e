import { defineRule } from "../../engine/rule.ts";

/** The oldest version of each family that is not deprecated, as of 2026-11. */
const OLDEST = new Map([["nodejs", 22], ["python", 3.011], ["java", 11], ["dotnet", 10], ["ruby", 3.003]]);
const OTHERS = new Set(["provided.al2023", "java8.al2"]);

/** `3.11` as a number that is greater than that of `3.9`. */
function versionNumber(version: string): number {
  const [major = "0", minor = "0"] = version.split(".");
  return Number(major) + Number(minor) / 1000;
}

export const lambdaSupportedRuntime = defineRule({
  name: "lambda-supported-runtime",
  description: "Functions run on runtimes that AWS patches.",
  severity: "medium",
  controls: ["lambda-supported-runtime"],
  citations: ["164.308(a)(5)(ii)(B)"],
  remediation: ['Set runtime to "nodejs24.x" or another that is not deprecated.'],
  url: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html",
  resources: ["aws:lambda/function:Function"],
  check: ({ props }) => {
    const runtime = props.string("runtime");
    if (runtime === undefined) {
      return { notApplicable: "the function is an image, which brings its own runtime" };
    }
    const [, family = "", version = ""] = /^([a-z]+)([\d.]*)/u.exec(runtime) ?? [];
    const isSupported = OTHERS.has(runtime) || versionNumber(version) >= (OLDEST.get(family) ?? Infinity);
    return isSupported ? [] : [{ property: "runtime", found: runtime, required: '"nodejs24.x" or another that AWS patches' }];
  },
});
