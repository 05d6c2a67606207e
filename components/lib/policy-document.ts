import { tellStatements } from "./permission-reasons.ts";

/** Values of one condition key. */
export type ConditionValues = string | readonly string[];

/** One statement of a policy, with the reason it exists (S5-12: every permission justified). */
export interface Statement {
  /** Letters and digits; unique in the document. */
  readonly sid: string;
  /** Why the permission is needed; read by people, not sent to AWS. */
  readonly reason: string;
  /** @default "Allow" */
  readonly effect?: "Allow" | "Deny";
  /** Absent in identity policies. */
  readonly principals?: Principals;
  readonly actions: readonly string[];
  /** @default no Resource element, as trust policies have none */
  readonly resources?: readonly string[];
  /** Operator, then condition key, then values. */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, ConditionValues>>>>;
}

export type Principals = "*" | {
  readonly AWS?: readonly string[];
  readonly Service?: readonly string[];
  readonly Federated?: readonly string[];
};

/** Renders statements as the JSON that AWS takes; equal statements give equal text. */
export function policyDocument(statements: readonly Statement[]): string {
  const document = JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map(({ sid, effect, principals, actions, resources, conditions }) => ({
      Sid: sid,
      Effect: effect ?? "Allow",
      ...(principals === undefined ? {} : { Principal: principals }),
      Action: actions,
      ...(resources === undefined ? {} : { Resource: resources }),
      ...(conditions === undefined ? {} : { Condition: conditions }),
    })),
  });
  tellStatements(document, statements);
  return document;
}

/** Trust policy of a role that one AWS service assumes, for this account only. */
export function serviceTrust(service: string, accountId: string): string {
  return policyDocument([{
    sid: "AssumedByService",
    reason: `only ${service}, acting for this account, may use the role`,
    principals: { Service: [service] },
    actions: ["sts:AssumeRole"],
    conditions: { StringEquals: { "aws:SourceAccount": accountId } },
  }]);
}

/** Trust policy of a role for instances. */
export function instanceTrust(): string {
  return policyDocument([{
    sid: "Instances",
    reason: "EC2 hands the role to instances; it sends no source account, and only this account can pass the role",
    principals: { Service: ["ec2.amazonaws.com"] },
    actions: ["sts:AssumeRole"],
  }]);
}

/**
 * Trust policy of a role whose service is not known to send `aws:SourceAccount` when it assumes
 * roles, where a strict condition would shut it out: CloudTrail delivering to CloudWatch Logs, AWS
 * Backup. Where the key is sent, it must be this account's.
 */
export function serviceTrustIfSourceSent(service: string, accountId: string): string {
  return policyDocument([{
    sid: "AssumedByService",
    reason: `only ${service} may use the role, and never for another account`,
    principals: { Service: [service] },
    actions: ["sts:AssumeRole"],
    conditions: { StringEqualsIfExists: { "aws:SourceAccount": accountId } },
  }]);
}
