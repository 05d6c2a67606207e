import { type Registered, type Registrar, settled } from "../registrar.ts";
import type { AccessEntry } from "./cluster-arguments.ts";

/** Who may use the cluster. */
export interface Access {
  readonly entries: readonly Registered[];
  /** Settles when the policies of the entries are registered too. */
  readonly policies: Promise<unknown>;
}

export async function registerAccessEntries(registrar: Registrar, parent: string, name: string, cluster: Registered, wanted: readonly AccessEntry[]): Promise<Access> {
  const clusterName = cluster.output("name");
  const registered = await settled(wanted.map(async ({ key, principalArn, policies }) => ({
    key, principalArn, policies, entry: await registrar.resource({
      type: "aws:eks/accessEntry:AccessEntry", name: `${name}-${key}`, parent, dependsOn: [cluster.urn], inputs: { clusterName, principalArn },
    }),
  })));
  const policies = registered.flatMap(({ key, principalArn, policies: attached, entry }) => attached.map(async (policy) => await registrar.resource({
    type: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation", name: `${name}-${key}-${policy.key}`, parent: entry.urn, dependsOn: [entry.urn],
    inputs: { clusterName, principalArn, policyArn: policy.policyArn, accessScope: policy.accessScope },
  })));
  return { entries: registered.map(({ entry }) => entry), policies: settled(policies) };
}
