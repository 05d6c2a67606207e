import { Server } from "@grpc/grpc-js";
import { PolicyPack } from "@pulumi/policy";
import { type PackConfiguration, PackPolicies } from "../engine/pack-policies.ts";
import type { Rule } from "../engine/rule.ts";
import { analyzeByType, remediateNothing } from "./analyze-by-type.ts";
import { analyzeStackOnce } from "./analyze-stack-once.ts";
import { decodeStructsDirectly } from "./decode-structs.ts";
import type { Pack } from "./pack.ts";
import { type Configure, convertEnforcementLevel } from "./sdk.ts";

/** What a person sees of the pack in Pulumi. */
export interface PackDescription {
  readonly name: string;
  readonly version: string;
  readonly displayName: string;
  readonly description: string;
}

/** Serves rules to the Pulumi engine as a policy pack that judges in one pass. */
export function servePack(description: PackDescription, rules: readonly Rule[]): void {
  const { name, version, ...shown } = description;
  const policies = new PackPolicies(rules);
  const pack: Pack = { name, version, policies: policies.policies };
  decodeStructsDirectly();
  judgeInOnePass(pack, rules, policies);
  new PolicyPack(name, { ...shown, tags: ["HIPAA", "AWS"], policies: pack.policies });
}

/** Puts the pack's own analysis in the place of the SDK's as its server is set up. */
function judgeInOnePass(pack: Pack, rules: readonly Rule[], policies: PackPolicies): void {
  let configuration: PackConfiguration = new Map();
  const setUp = Object.getOwnPropertyDescriptor(Server.prototype, "addService")?.value satisfies unknown;
  Server.prototype.addService = function addAnalyzer(service, implementation) {
    const configure: Configure = (call, callback) => {
      configuration = policies.configure(new Map([...call.request.getPolicyconfigMap().entries()].map(([policy, config]) => [policy, {
        enforcementLevel: convertEnforcementLevel(config.getEnforcementlevel()),
        properties: config.getProperties()?.toJavaScript() ?? {},
      }])));
      const { configure: original }: { readonly configure: Configure } = Object(implementation);
      original(call, callback);
    };
    const ours = "analyze" in implementation
      ? { ...implementation, configure, analyze: analyzeByType(pack, rules, () => configuration), remediate: remediateNothing, analyzeStack: analyzeStackOnce(pack, () => configuration) }
      : implementation;
    // What is never remediated need not be read: the engine sends each resource whole for it.
    const { remediate } = service;
    const definition = remediate === undefined ? service : { ...service, remediate: { ...remediate, requestDeserialize: () => undefined } };
    Reflect.apply(setUp, this, [definition, ours]);
  };
}
