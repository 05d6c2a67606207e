import type { ConfigRule } from "./config-rule.ts";
import { EXPECTED_FINDINGS } from "./hipaa-rules.ts";
import { type Remediation, RemediationApproval } from "./remediations.ts";

/** Most rules of a conformance pack. */
export const PACK_RULE_LIMIT = 130;
/** Longest template that AWS takes in a request, in bytes. */
export const TEMPLATE_BYTE_LIMIT = 51_200;

/** Name of the template's parameter with the ids of the VPCs that may have an internet gateway. */
export const VPC_PARAMETER = "AuthorizedVpcIds";

export interface TemplateSpec {
  readonly rules: readonly ConfigRule[];
  /** Remediations of these rules; those of others are left out. */
  readonly remediations: readonly Remediation[];
  /** ARN of the role under which the documents of an approval run. */
  readonly roleArn: (approval: RemediationApproval) => string;
  /** Whether the pack is given the VPCs that may have an internet gateway. */
  readonly withVpcs: boolean;
}

/** The template of a conformance pack, as JSON without spaces, so that 130 rules fit. */
export function ruleTemplate({ rules, remediations, roleArn, withVpcs }: TemplateSpec): string {
  const takesVpcs = withVpcs && rules.some(({ identifier }) => identifier === TAKES_VPCS);
  const resources = rules.flatMap((rule) => [
    [logicalId(rule.name), ruleResource(rule, takesVpcs)] as const,
    ...remediations.filter((remediation) => remediation.rule === rule.identifier)
      .map((remediation) => [`${logicalId(rule.name)}Remediation`, remediationResource(rule, remediation, roleArn(remediation.approval))] as const),
  ]);
  return JSON.stringify({
    ...(takesVpcs ? { Parameters: { [VPC_PARAMETER]: { Type: "String" } } } : {}),
    Resources: Object.fromEntries(resources),
  });
}

const TAKES_VPCS = "INTERNET_GATEWAY_AUTHORIZED_VPC_ONLY";

function ruleResource({ identifier, name, types, parameters }: ConfigRule, takesVpcs: boolean): object {
  const inputs = { ...parameters, ...(takesVpcs && identifier === TAKES_VPCS ? { [VPC_PARAMETER]: { Ref: VPC_PARAMETER } } : {}) };
  const expected = EXPECTED_FINDINGS[identifier];
  return {
    Type: "AWS::Config::ConfigRule",
    Properties: {
      ConfigRuleName: name,
      ...(expected === undefined ? {} : { Description: `Expected findings: ${expected}` }),
      ...(Object.keys(inputs).length === 0 ? {} : { InputParameters: inputs }),
      ...(types.length === 0 ? {} : { Scope: { ComplianceResourceTypes: types.map((type) => `AWS::${type}`) } }),
      Source: { Owner: "AWS", SourceIdentifier: identifier },
    },
  };
}

function remediationResource(rule: ConfigRule, { document, approval, resourceParameter, parameters }: Remediation, roleArn: string): object {
  const automatic = approval === RemediationApproval.Automatic;
  return {
    Type: "AWS::Config::RemediationConfiguration",
    DependsOn: [logicalId(rule.name)],
    Properties: {
      ConfigRuleName: rule.name,
      ...(rule.types[0] === undefined ? {} : { ResourceType: `AWS::${rule.types[0]}` }),
      TargetId: document,
      TargetType: "SSM_DOCUMENT",
      Parameters: {
        AutomationAssumeRole: fixed(roleArn),
        ...(resourceParameter === undefined ? {} : { [resourceParameter]: { ResourceValue: { Value: "RESOURCE_ID" } } }),
        ...Object.fromEntries(Object.entries(parameters ?? {}).map(([key, value]) => [key, fixed(value)])),
      },
      Automatic: automatic,
      // Config demands both for automatic ones: three tries within five minutes, then a person looks.
      ...(automatic ? { MaximumAutomaticAttempts: 3, RetryAttemptSeconds: 300 } : {}),
    },
  };
}

/** A value that is the same for every resource. */
function fixed(value: string): object {
  return { StaticValue: { Values: [value] } };
}

/** `ec2-imdsv2-check` as templates name resources: letters and digits. */
function logicalId(name: string): string {
  return name.split("-").map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
}
