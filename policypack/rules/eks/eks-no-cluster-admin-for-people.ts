import { isGiven } from "../../engine/given-values.ts";
import { documentOf, type Principal } from "../../engine/policy-document.ts";
import { defineStackRule, type StackResource } from "../../engine/rule.ts";

function isProgram({ kind, value }: Principal): boolean {
  return kind === "Service" || (kind === "Federated" && value.includes(":oidc-provider/"));
}

/** A value made from several roles may become any of them. */
function isForProgramsAlone(roles: readonly StackResource[]): boolean {
  return roles.length > 0 && roles.every(isForPrograms);
}

/** True for a role that only services and web identities can take; SAML and accounts stand for people. */
function isForPrograms({ props }: StackResource): boolean {
  const document = documentOf(props, "assumeRolePolicy");
  const grants = document?.kind === "document" ? document.statements.filter(({ effect }) => effect === "Allow") : [];
  return grants.length > 0 && grants.every(({ principals }) => principals?.every(isProgram) === true);
}

export const eksNoClusterAdminForPeople = defineStackRule({
  name: "eks-no-cluster-admin-for-people",
  description: "No person has standing administration of the cluster: the cluster-admin access policy goes only to roles of the stack that a service or a workload identity takes. Except a break-glass role by name in the pack's configuration.",
  severity: "critical",
  controls: [],
  citations: ["164.308(a)(3)(i)", "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)"],
  remediation: [
    "Associate AmazonEKSViewPolicy, or AmazonEKSEditPolicy for a namespace, with the roles of people.",
    "Except the association of a break-glass role in the pack's configuration, with reason and expiry.",
  ],
  url: "https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html",
  resources: ["aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "aws:eks/accessEntry:AccessEntry"],
  check: (stack) => [
    ...stack
      .ofType("aws:eks/accessPolicyAssociation:AccessPolicyAssociation")
      .filter((association) => /\/AmazonEKS(?:Cluster)?AdminPolicy$/u.test(association.props.string("policyArn") ?? "") && association.props.object("accessScope")?.string("type") !== "namespace")
      .filter((association) => !isForProgramsAlone(stack.namedBy(association, "principalArn", "aws:iam/role:Role")))
      .map(({ urn, name }) => ({ urn, property: "policyArn", found: `administration of the whole cluster (${name})`, required: "AmazonEKSViewPolicy, or AmazonEKSEditPolicy for namespaces" })),
    ...stack
      .ofType("aws:eks/accessEntry:AccessEntry")
      .filter((entry) => isGiven(entry, "kubernetesGroups") && entry.props.strings("kubernetesGroups").includes("system:masters"))
      .map(({ urn }) => ({ urn, property: "kubernetesGroups", found: "system:masters", required: "a group with the rights that are needed" })),
  ],
});
