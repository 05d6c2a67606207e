import { finderOf, knownText, metadataOf } from "../../engine/kubernetes-objects.ts";
import { podTemplates, WORKLOAD_TYPES } from "../../engine/pod-template.ts";
import { defineStackRule, type StackResource } from "../../engine/rule.ts";

const SWITCH = "automountServiceAccountToken";
const BINDINGS = ["v1", "v1beta1", "v1alpha1"].flatMap((version) => ["RoleBinding", "ClusterRoleBinding"].map((kind) => `kubernetes:rbac.authorization.k8s.io/${version}:${kind}`));

/** Names of the service accounts to which a role is bound. */
function accountsIn({ props }: StackResource): readonly string[] {
  const subjects = props.isKnown("subjects") ? props.objects("subjects") : [];
  return subjects.filter((subject) => knownText(subject, "kind") === "ServiceAccount").flatMap((subject) => knownText(subject, "name") ?? []);
}

export const kubernetesServiceAccountTokenUnmounted = defineStackRule({
  name: "kubernetes-service-account-token-unmounted",
  description: "Pods hold a token for the Kubernetes API only where a role is bound to their service account.",
  severity: "medium",
  citations: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  controls: [],
  remediation: ["Set automountServiceAccountToken: false on the pod or on its ServiceAccount; where the pod calls the API, bind a Role to its account."],
  url: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/",
  resources: WORKLOAD_TYPES,
  check: (stack) => {
    const find = finderOf(stack.ofType("kubernetes:core/v1:ServiceAccount"));
    const bindings = stack.ofType(...BINDINGS);
    const bound = new Set(bindings.flatMap((binding) => [...accountsIn(binding), ...(binding.propertyDependencies.get("subjects") ?? [])]));
    return stack.ofType(...WORKLOAD_TYPES).flatMap((workload) =>
      podTemplates(workload).filter(({ partial }) => !partial).flatMap(({ spec }) => {
        const own = spec.has(SWITCH) ? spec.boolean(SWITCH) : undefined;
        const property = ["serviceAccountName", "serviceAccount"].find((name) => spec.has(name));
        const given = property === undefined ? "default" : knownText(spec, property);
        const account = property === undefined ? undefined : find(workload, "spec", given);
        const name = given ?? knownText(account === undefined ? undefined : metadataOf(account.props), "name");
        const mounts = own ?? !(account?.props.has(SWITCH) === true && account.props.boolean(SWITCH) === false);
        const isUsed = (name !== undefined && bound.has(name)) || (account !== undefined && bound.has(account.urn));
        return mounts && !isUsed ? [{ urn: workload.urn, property: spec.pathOf(SWITCH), found: own === undefined ? "nothing, so a token is mounted" : "true", required: "false, or a role bound to the service account" }] : [];
      }),
    );
  },
});
