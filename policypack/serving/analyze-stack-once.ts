import type { StackValidationPolicy } from "@pulumi/policy";
import type analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import type { PackConfiguration } from "../engine/pack-policies.ts";
import { judgePolicies } from "./judge-policies.ts";
import type { Pack } from "./pack.ts";
import { type AnalyzeStack, makeAnalyzeStack } from "./sdk.ts";

/**
 * Judges the stack by all stack rules on one decoding of it; the SDK decodes every resource anew for
 * each of them. The SDK's own analysis still decodes, once, by a policy that only looks.
 */
export function analyzeStackOnce(pack: Pack, configuration: () => PackConfiguration): AnalyzeStack {
  const policies = pack.policies.filter(isStackPolicy);
  return (call, callback) => {
    let response: analyzerPb.AnalyzeResponse | undefined;
    const decode = makeAnalyzeStack(pack.name, pack.version, "mandatory", [{
      name: "stack",
      description: "decodes the stack",
      enforcementLevel: "mandatory",
      validateStack: (args) => {
        response = judgePolicies(pack, policies, configuration(), (policy, { report, ...answering }) => void policy.validateStack({ ...args, ...answering }, report));
      },
    }]);
    decode(call, (error, decoded) => {
      callback(error, response ?? decoded);
    });
  };
}

function isStackPolicy(policy: Pack["policies"][number]): policy is StackValidationPolicy {
  return "validateStack" in policy;
}
