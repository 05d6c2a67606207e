import type { ResourceValidation, ResourceValidationPolicy } from "@pulumi/policy";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import { looksAt } from "../engine/judge.ts";
import type { PackConfiguration } from "../engine/pack-policies.ts";
import type { Rule } from "../engine/rule.ts";
import { judgePolicies } from "./judge-policies.ts";
import type { Pack } from "./pack.ts";
import { type Analyze, makeAnalyze, type Remediate } from "./sdk.ts";

/**
 * Judges each resource by the rules of its type only, on one decoding of it. The SDK decodes a resource
 * anew for every policy and lets each say that it does not apply, which with hundreds of rules is most of
 * a judged preview. The SDK's own analysis still decodes, by a policy that only looks; the rules left out
 * are reported as not applicable, as it would.
 */
export function analyzeByType(pack: Pack, rules: readonly Rule[], configuration: () => PackConfiguration): Analyze {
  const analyses = new Map<string, Analyze>();
  return (call, callback) => {
    const type = call.request.getType();
    const analyze = analyses.get(type) ?? analysisOf(pack, rules, type, configuration);
    analyses.set(type, analyze);
    analyze(call, callback);
  };
}

function analysisOf(pack: Pack, rules: readonly Rule[], type: string, configuration: () => PackConfiguration): Analyze {
  const resourceRules = rules.filter((rule) => rule.scope === "resource");
  const names = new Set(resourceRules.filter((rule) => looksAt(rule, type)).map(({ name }) => name));
  const policies = pack.policies.filter((policy) => names.has(policy.name)).filter(isSingleValidation);
  const others = new analyzerPb.AnalyzeResponse().setNotApplicableList(notApplicable(resourceRules.filter(({ name }) => !names.has(name)))).serializeBinary();
  return (call, callback) => {
    let response: analyzerPb.AnalyzeResponse | undefined;
    const decode = makeAnalyze(pack.name, pack.version, "mandatory", [{
      name: "resource",
      description: "decodes the resource",
      enforcementLevel: "mandatory",
      validateResource: (args) => {
        response = judgePolicies(pack, policies, configuration(), (policy, { report, ...answering }) => void policy.validateResource({ ...args, ...answering }, report));
        append(response, others);
      },
    }]);
    decode(call, (error, decoded) => {
      callback(error, response ?? decoded);
    });
  };
}

/** The pack reports and never changes a resource, which the engine asks for each. */
export const remediateNothing: Remediate = (_call, callback) => {
  callback(null, new analyzerPb.RemediateResponse());
};

function isSingleValidation(policy: Pack["policies"][number]): policy is ResourceValidationPolicy & { readonly validateResource: ResourceValidation } {
  return "validateResource" in policy && typeof policy.validateResource === "function";
}

function notApplicable(rules: readonly Rule[]): analyzerPb.PolicyNotApplicable[] {
  return rules.map(({ name }) => new analyzerPb.PolicyNotApplicable().setPolicyName(name).setReason("judges other types"));
}

/** Adds what is encoded already: two encoded messages, one after the other, are the message with both contents. */
function append(message: { serializeBinary(): Uint8Array }, encoded: Uint8Array): void {
  const own = message.serializeBinary.bind(message);
  message.serializeBinary = () => Buffer.concat([own(), encoded]);
}
