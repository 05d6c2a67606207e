import { documentOf, judgeStatements, malformed, type Statement, type StatementCheck } from "./policy-document.ts";
import type { Reader } from "./reader.ts";
import type { Finding, JudgedResource } from "./rule.ts";

/** Resources that hold identity policies: what a user, group, role or permission set may do. */
export const IDENTITY_POLICY_TYPES = [
  "aws:iam/policy:Policy",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/userPolicy:UserPolicy",
  "aws:iam/groupPolicy:GroupPolicy",
  "aws:iam/role:Role",
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
] as const;

/** Judges every statement of the identity policies that a resource holds. */
export function judgeIdentityStatements(resource: Pick<JudgedResource, "type" | "props">, check: StatementCheck): readonly Finding[] {
  return identityPolicies(resource).flatMap(({ props, property }) => judgeStatements(props, property, check));
}

/** Judges the identity policies that a resource holds, each as a whole; a text that is no policy is a finding of its own. */
export function judgeIdentityDocuments(
  resource: Pick<JudgedResource, "type" | "props">,
  check: (statements: readonly Statement[], path: string) => readonly Finding[],
): readonly Finding[] {
  return identityPolicies(resource).flatMap(({ props, property }) => {
    const document = documentOf(props, property);
    const path = props.pathOf(property);
    if (document === undefined) {
      return [];
    }
    return document.kind === "malformed" ? [malformed(path, document.problem)] : check(document.statements, path);
  });
}

function identityPolicies({ type, props }: Pick<JudgedResource, "type" | "props">): readonly { readonly props: Reader; readonly property: string }[] {
  switch (type) {
    case "aws:iam/role:Role":
      return props.objects("inlinePolicies").map((inline) => ({ props: inline, property: "policy" }));
    case "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy":
      return [{ props, property: "inlinePolicy" }];
    default:
      return [{ props, property: "policy" }];
  }
}

/** Resources that hold the policy of a KMS key. */
export const KEY_POLICY_TYPES = [
  "aws:kms/key:Key",
  "aws:kms/keyPolicy:KeyPolicy",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
] as const;
