import { type Registered, type Registrar, settled } from "../registrar.ts";
import type { AccessEntry } from "./cluster-arguments.ts";

/** Registers who may use the cluster. @returns the entries; their policies are registered too when it settles */
export function registerAccessEntries(registrar: Registrar, parent: string, name: string, cluster: Registered, entries: readonly AccessEntry[]): {
  readonly entries: Promise<readonly Registered[]>;
  readonly policies: Promise<unknown>;
} {
  const clusterName = cluster.output("name");
  const registered = entries.map(async ({ key, principalArn }) => await registrar.resource({
    type: "aws:eks/accessEntry:AccessEntry", name: `${name}-${key}`, parent, dependsOn: [cluster.urn], inputs: { clusterName, principalArn },
  }));
  const policies = entries.map(async ({ key, principalArn, policies: wanted }, index) => {
    const entry = await registered[index];
    if (entry !== undefined) {
      await settled(wanted.map(async (policy) => await registrar.resource({
        type: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation", name: `${name}-${key}-${policy.key}`, parent: entry.urn, dependsOn: [entry.urn],
        inputs: { clusterName, principalArn, policyArn: policy.policyArn, accessScope: policy.accessScope },
      })));
    }
  });
  return { entries: settled(registered), policies: settled(policies) };
}
