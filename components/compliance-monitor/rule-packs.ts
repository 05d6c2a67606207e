import { ConformancePack } from "@pulumi/aws/cfg/conformancePack.js";
import * as pulumi from "@pulumi/pulumi";
import type { ComplianceMonitorArgs } from "./compliance-monitor.ts";
import type { ConfigRule } from "./config-rule.ts";
import { HIPAA_RULES } from "./hipaa-rules.ts";
import { monitorNames } from "./monitor-names.ts";
import { platformRules } from "./platform-rules.ts";
import { REMEDIATIONS } from "./remediations.ts";
import { ruleTemplate, VPC_PARAMETER } from "./rule-template.ts";

export interface RulePacksSpec {
  /** End of the resources' names; empty for the primary region. */
  readonly place: string;
  readonly region: string;
  /** Rules need a recorder that is switched on, and remediations roles that may act. */
  readonly after: readonly pulumi.Resource[];
}

/** The packs of one region: what HIPAA asks for, and what the platform promises besides. */
export function createRulePacks(parent: pulumi.Resource, name: string, args: ComplianceMonitorArgs, spec: RulePacksSpec): { readonly hipaa: ConformancePack; readonly platform: ConformancePack } {
  const names = monitorNames(args.deployment);
  const here = (rules: readonly ConfigRule[]): readonly ConfigRule[] => rules.filter(({ accountWide }) => !accountWide || spec.region === args.deployment.region);
  return {
    hipaa: createPack(parent, `${name}-hipaa${spec.place}`, args, { ...spec, pack: names.hipaaPack, rules: here(HIPAA_RULES) }),
    platform: createPack(parent, `${name}-platform${spec.place}`, args, { ...spec, pack: names.platformPack, rules: here(platformRules(args.restoreTimeTargetMinutes ?? 60)) }),
  };
}

function createPack(
  parent: pulumi.Resource, name: string, args: ComplianceMonitorArgs, { pack, rules, region, after }: RulePacksSpec & { readonly pack: string; readonly rules: readonly ConfigRule[] },
): ConformancePack {
  const vpcIds = (region === args.deployment.region ? args.internetVpcIds : args.recoveryInternetVpcIds) ?? [];
  const templateBody = ruleTemplate({ rules, remediations: args.managedOnly === true ? [] : REMEDIATIONS, roleArn: monitorNames(args.deployment).remediationRoleArn, withVpcs: vpcIds.length > 0 });
  return new ConformancePack(name, {
    name: pack,
    region,
    templateBody,
    ...(templateBody.includes(VPC_PARAMETER)
      ? { inputParameters: [{ parameterName: VPC_PARAMETER, parameterValue: pulumi.all(vpcIds).apply((ids) => ids.join(",")) }] }
      : {}),
  }, { parent, dependsOn: [...after] });
}
