import { describe, expect, test } from "vitest";
import { configRule } from "../../../components/compliance-monitor/config-rule.ts";
import { EXPECTED_FINDINGS, HIPAA_RULES } from "../../../components/compliance-monitor/hipaa-rules.ts";
import { platformRules } from "../../../components/compliance-monitor/platform-rules.ts";
import { REMEDIATIONS } from "../../../components/compliance-monitor/remediations.ts";
import { PACK_RULE_LIMIT, ruleTemplate, TEMPLATE_BYTE_LIMIT } from "../../../components/compliance-monitor/rule-template.ts";

interface Template {
  readonly Parameters?: object;
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly DependsOn?: readonly string[]; readonly Properties: Readonly<Record<string, unknown>> }>>;
}

const roleArn = (approval: string): string => `arn:aws:iam::111122223333:role/remediation-${approval}`;

function templateOf(rules = HIPAA_RULES, withVpcs = false): Template {
  const template: Template = JSON.parse(ruleTemplate({ rules, remediations: REMEDIATIONS, roleArn, withVpcs }));
  return template;
}

const ofType = (template: Template, type: string) => Object.values(template.Resources).filter(({ Type }) => Type === `AWS::Config::${type}`);

describe("the HIPAA rules (S5-29)", () => {
  test("are the 130 of AWS's pack, each once", () => {
    expect(HIPAA_RULES).toHaveLength(PACK_RULE_LIMIT);
    expect(new Set(HIPAA_RULES.map(({ identifier }) => identifier)).size).toBe(130);
    expect(new Set(HIPAA_RULES.map(({ name }) => name)).size).toBe(130);
  });

  test("have identifiers and types in AWS's spelling", () => {
    const rules = [...HIPAA_RULES, ...platformRules(60)];
    expect(rules.filter(({ identifier }) => !/^[A-Z][A-Z0-9_]+$/u.test(identifier))).toEqual([]);
    expect(rules.flatMap(({ types }) => types).filter((type) => !/^[A-Z][A-Za-z0-9]+::[A-Z][A-Za-z]+$/u.test(type))).toEqual([]);
  });

  test("judge the account once: what concerns users, the root user and the account is for the primary region", () => {
    const accountWide = HIPAA_RULES.filter((rule) => rule.accountWide).map(({ identifier }) => identifier);
    expect(accountWide).toContain("IAM_PASSWORD_POLICY");
    expect(accountWide).toContain("ROOT_ACCOUNT_MFA_ENABLED");
    expect(HIPAA_RULES.filter(({ identifier, accountWide: once }) => /^(?:IAM|ROOT)_/u.test(identifier) && !once)).toEqual([]);
    expect(accountWide.filter((identifier) => /^(?:RDS|EC2|DYNAMODB|VPC|S3_BUCKET)/u.test(identifier))).toEqual([]);
  });

  test("that report what is as it must be are explained", () => {
    const identifiers = new Set(HIPAA_RULES.map(({ identifier }) => identifier));
    expect(Object.keys(EXPECTED_FINDINGS).filter((identifier) => !identifiers.has(identifier))).toEqual([]);
    const descriptions = ofType(templateOf(), "ConfigRule").flatMap(({ Properties }) => [Properties["Description"]].filter((text) => text !== undefined).map(String));
    expect(descriptions).toHaveLength(Object.keys(EXPECTED_FINDINGS).length);
    expect(descriptions.filter((text) => !/^Expected findings: .{30,}$/u.test(text) || text.length > 256)).toEqual([]);
  });
});

describe("the template", () => {
  test("fits into a request, with its remediations and parameters", () => {
    const body = ruleTemplate({ rules: HIPAA_RULES, remediations: REMEDIATIONS, roleArn, withVpcs: true });
    expect(Buffer.byteLength(body)).toBeLessThan(TEMPLATE_BYTE_LIMIT * 0.8);
  });

  test("holds every rule under a name of its own, owned by AWS", () => {
    const rules = ofType(templateOf(), "ConfigRule");
    expect(rules.map(({ Properties }) => Properties["ConfigRuleName"])).toEqual(HIPAA_RULES.map(({ name }) => name));
    expect(new Set(rules.map(({ Properties }) => JSON.stringify(Properties["Source"]))).size).toBe(130);
    expect(templateOf().Resources["Ec2Imdsv2Check"]?.Properties).toEqual({
      ConfigRuleName: "ec2-imdsv2-check", Scope: { ComplianceResourceTypes: ["AWS::EC2::Instance"] }, Source: { Owner: "AWS", SourceIdentifier: "EC2_IMDSV2_CHECK" },
    });
  });

  test("gives rules their parameters as text, as AWS Config takes them", () => {
    expect(templateOf().Resources["AccessKeysRotated"]?.Properties["InputParameters"]).toEqual({ maxAccessKeyAge: "90" });
    expect(ofType(templateOf(), "ConfigRule").flatMap(({ Properties }) => Object.values(Properties["InputParameters"] ?? {})).filter((value) => typeof value !== "string")).toEqual([]);
  });

  test("takes the VPCs with an internet gateway as a parameter, and only where there are some", () => {
    expect(templateOf(HIPAA_RULES, true)).toMatchObject({
      Parameters: { AuthorizedVpcIds: { Type: "String" } },
      Resources: { InternetGatewayAuthorizedVpcOnly: { Properties: { InputParameters: { AuthorizedVpcIds: { Ref: "AuthorizedVpcIds" } } } } },
    });
    expect(templateOf().Parameters).toBeUndefined();
    expect(templateOf(platformRules(60), true).Parameters).toBeUndefined();
  });

  test("has only letters and digits in its logical ids", () => {
    expect(Object.keys(templateOf().Resources).filter((id) => !/^[A-Za-z0-9]+$/u.test(id))).toEqual([]);
  });

  test("lets AWS Config start automatic remediations alone, three times, under the automatic role", () => {
    expect(templateOf().Resources["RestrictedSshRemediation"]).toEqual({
      Type: "AWS::Config::RemediationConfiguration",
      DependsOn: ["RestrictedSsh"],
      Properties: {
        ConfigRuleName: "restricted-ssh", ResourceType: "AWS::EC2::SecurityGroup", TargetId: "AWS-DisablePublicAccessForSecurityGroup", TargetType: "SSM_DOCUMENT",
        Parameters: { AutomationAssumeRole: { StaticValue: { Values: [roleArn("automatic")] } }, GroupId: { ResourceValue: { Value: "RESOURCE_ID" } } },
        Automatic: true, MaximumAutomaticAttempts: 3, RetryAttemptSeconds: 300,
      },
    });
  });

  test("leaves the others to a person, under the manual role", () => {
    const manual = templateOf().Resources["S3BucketVersioningEnabledRemediation"]?.Properties;
    expect(manual).toMatchObject({
      Automatic: false,
      Parameters: {
        AutomationAssumeRole: { StaticValue: { Values: [roleArn("manual")] } }, BucketName: { ResourceValue: { Value: "RESOURCE_ID" } }, VersioningState: { StaticValue: { Values: ["Enabled"] } },
      },
    });
    expect(manual).not.toHaveProperty("MaximumAutomaticAttempts");
  });

  test("remediates only rules that it holds", () => {
    expect(ofType(templateOf([configRule("ACCESS_KEYS_ROTATED")]), "RemediationConfiguration")).toEqual([]);
  });
});

test("the platform's own rules measure recovery against the objective", () => {
  expect(platformRules(45).find(({ identifier }) => identifier === "RDS_MEETS_RESTORE_TIME_TARGET")?.parameters).toEqual({ maxRestoreTime: "45" });
  const both = platformRules(60).filter(({ identifier }) => HIPAA_RULES.some((rule) => rule.identifier === identifier));
  expect(both).toEqual([]);
});
