import * as fc from "fast-check";

/** A statement as a program writes it. */
export type Statement = Readonly<Record<string, unknown>>;

const ACCOUNT = "123456789012";
const EKS = `arn:aws:iam::${ACCOUNT}:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/A1`;
const GITHUB = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;

const actions = fc.constantFrom(
  "*", "*:*", "s3:*", "s3:GetObject", "s3:Get*", "kms:*", "kms:Decrypt", "kms:ReEncrypt*", "iam:*", "iam:PassRole", "iam:CreatePolicyVersion", "lambda:CreateFunction",
  "ec2:Describe*", "ecr:GetAuthorizationToken", "aws-marketplace:Subscribe", "sts:AssumeRole", "sts:AssumeRoleWithWebIdentity",
);
const resources = fc.constantFrom(
  "*", "arn:aws:*", "arn:aws:s3:::phi", "arn:aws:s3:::phi/*", "arn:aws:s3:::other/*", `arn:aws:iam::${ACCOUNT}:role/*`, `arn:aws:iam::${ACCOUNT}:role/records`,
  `arn:aws:kms:us-east-1:${ACCOUNT}:key/*`, `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`,
);
const principals = fc.constantFrom<unknown>(
  "*", { AWS: "*" }, { AWS: ACCOUNT }, { AWS: `arn:aws:iam::${ACCOUNT}:root` }, { AWS: `arn:aws:iam::${ACCOUNT}:role/records` }, { AWS: `arn:aws:iam::${ACCOUNT}:user/ada` },
  { Service: "lambda.amazonaws.com" }, { Service: ["ec2.amazonaws.com", "states.amazonaws.com"] }, { Federated: EKS }, { Federated: GITHUB },
);
const operators = fc.constantFrom(
  "StringEquals", "StringLike", "StringNotEquals", "StringEqualsIfExists", "ForAllValues:StringEquals", "ForAnyValue:StringEquals", "ArnLike", "Bool", "Null", "IpAddress",
);
const keys = fc.constantFrom(
  "aws:PrincipalOrgID", "aws:PrincipalAccount", "aws:SourceAccount", "aws:SourceArn", "aws:SourceIp", "aws:SecureTransport", "aws:MultiFactorAuthPresent", "aws:ResourceTag/Team",
  "kms:ViaService", "kms:CallerAccount", "kms:ResourceAliases", "kms:EncryptionContext:table", "iam:PermissionsBoundary", "sts:ExternalId",
  "oidc.eks.us-east-1.amazonaws.com/id/A1:sub", "oidc.eks.us-east-1.amazonaws.com/id/A1:aud", "token.actions.githubusercontent.com:sub", "token.actions.githubusercontent.com:aud",
);
const values = fc.constantFrom(
  "*", "o-exampleorg1", ACCOUNT, `arn:aws:s3:::phi`, "arn:aws:s3:::*", "0.0.0.0/0", "203.0.113.0/24", "true", "false", "alias/phi", "sts.amazonaws.com",
  "system:serviceaccount:records:api", "repo:clinic/platform:environment:production", "${aws:PrincipalAccount}",
);
const conditions = fc.dictionary(operators, fc.dictionary(keys, fc.oneof(values, fc.array(values, { minLength: 1, maxLength: 2 })), { minKeys: 1, maxKeys: 2 }), { maxKeys: 2 });

/** The element, or its negation. */
function element(name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<Statement> {
  return fc.tuple(fc.boolean(), value).map(([negated, given]) => ({ [negated ? `Not${name}` : name]: given }));
}

/** A statement of the effect given, with resources and, for resource and trust policies, principals. */
export function statement(effect: "Allow" | "Deny", hasPrincipal: boolean): fc.Arbitrary<Statement> {
  return fc
    .tuple(
      element("Action", fc.array(actions, { minLength: 1, maxLength: 3 })),
      element("Resource", fc.array(resources, { minLength: 1, maxLength: 2 })),
      hasPrincipal ? principals.map((principal) => ({ Principal: principal })) : fc.constant({}),
      conditions.map((condition) => (Object.keys(condition).length === 0 ? {} : { Condition: condition })),
    )
    .map(([action, resource, principal, condition]) => ({ Effect: effect, ...action, ...resource, ...principal, ...condition }));
}

export function policy(hasPrincipal: boolean): fc.Arbitrary<readonly Statement[]> {
  return fc.array(fc.oneof({ weight: 3, arbitrary: statement("Allow", hasPrincipal) }, statement("Deny", hasPrincipal)), { minLength: 1, maxLength: 3 });
}

/** A change after which a statement grants at least what it granted. */
export interface Widening {
  readonly what: string;
  readonly apply: (statement: Statement) => Statement;
}

const without = (given: Statement, ...names: readonly string[]): Statement => Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));

const everyAction: Widening = { what: "every action", apply: (given) => ({ ...without(given, "NotAction"), Action: "*" }) };
const everyResource: Widening = { what: "every resource", apply: (given) => ({ ...without(given, "NotResource"), Resource: ["*"] }) };
const noCondition: Widening = { what: "no condition", apply: (given) => without(given, "Condition") };
const oneConditionFewer: Widening = {
  what: "one operator fewer",
  apply: (given) => {
    const [, ...rest] = Object.entries(typeof given["Condition"] === "object" && given["Condition"] !== null ? given["Condition"] : {});
    return { ...given, Condition: Object.fromEntries(rest) };
  },
};
const everyPrincipal: Widening = { what: "every principal", apply: (given) => ({ ...given, Principal: "*" }) };

export const WIDENINGS = [everyAction, everyResource, noCondition, oneConditionFewer] as const;
export const WIDENINGS_TO_ANYONE = [...WIDENINGS, everyPrincipal] as const;
