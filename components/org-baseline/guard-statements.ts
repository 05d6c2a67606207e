import type { ConditionValues } from "../lib/policy-document.ts";

/** A statement of a service control policy. It can only deny, and holds for everybody in a member account but for roles that AWS's services keep there. */
export interface GuardStatement {
  /** Letters and digits; unique in the document. */
  readonly sid: string;
  /** Why nobody may; read by people, not sent to AWS. */
  readonly reason: string;
  /** What nobody may, or with `allBut` everything but what. */
  readonly actions: readonly string[];
  /** @default false */
  readonly allBut?: boolean;
  /** @default every resource */
  readonly resources?: readonly string[];
  /** Operator, then condition key, then values. */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, ConditionValues>>>>;
}

/** Renders statements as the JSON that AWS Organizations takes; equal statements give equal text. */
export function guardDocument(statements: readonly GuardStatement[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map(({ sid, actions, allBut, resources, conditions }) => ({
      Sid: sid,
      Effect: "Deny",
      ...(allBut === true ? { NotAction: actions } : { Action: actions }),
      Resource: resources ?? "*",
      ...(conditions === undefined ? {} : { Condition: conditions }),
    })),
  });
}

/** ARN pattern of a role of that name in whichever account. */
export function roleAnywhere(partition: string, name: string): string {
  return `arn:${partition}:iam::*:role/${name}`;
}

/** Holds for everybody but sessions of these roles. */
export function exceptFor(partition: string, roleNames: readonly string[]): NonNullable<GuardStatement["conditions"]> {
  return { ArnNotLike: { "aws:PrincipalArn": roleNames.map((name) => roleAnywhere(partition, name)) } };
}
