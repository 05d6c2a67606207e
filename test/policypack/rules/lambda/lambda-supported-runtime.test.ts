import { lambdaSupportedRuntime } from "../../../../policypack/rules/lambda/lambda-supported-runtime.ts";
import { testRule } from "../../rule-tester.ts";

const running = (runtime: string) => ({ props: { runtime } });
const deprecated = (runtime: string) => ({ why: runtime, props: { runtime }, property: "runtime", found: runtime });

testRule(lambdaSupportedRuntime, {
  compliant: [running("nodejs24.x"), ...["nodejs22.x", "python3.14", "python3.11", "java21", "java8.al2", "dotnet10", "ruby3.4", "provided.al2023"].map(running)],
  violating: [deprecated("nodejs20.x"), ...["python3.9", "java8", "dotnet8", "ruby3.2", "provided.al2", "go1.x", "lisp"].map(deprecated)],
  unknown: ["runtime"],
  notApplicable: [{ why: "an image", props: { runtime: undefined, packageType: "Image" } }],
});
