import { createHash } from "node:crypto";
import { asText, combine, type Input, type Output } from "../output.ts";
import type { Registered, Registrar } from "../registrar.ts";

const POLICY = "policy/AmazonEKSClusterPolicy";

/** The role the control plane runs as, and what must exist before it can be used. */
export interface ClusterRole {
  readonly role: Registered;
  readonly attachments: readonly Registered[];
}

/** Registers the component that holds the cluster's own role. */
export async function registerServiceRole(registrar: Registrar, parent: string, name: string, tags: Input, partition: Promise<Output>): Promise<ClusterRole> {
  const component = await registrar.component({ type: "eks:index:ServiceRole", name, parent });
  const role = await registrar.resource({ type: "aws:iam/role:Role", name: `${name}-role`, parent: component, inputs: {
    description: "Allows EKS to manage clusters on your behalf.",
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Action: ["sts:AssumeRole", "sts:TagSession"], Effect: "Allow", Principal: { Service: ["eks.amazonaws.com"] } }],
    }),
    tags,
  } });
  const attachment = await registrar.resource({ type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment", name: `${name}-${suffix()}`, parent: component, inputs: {
    policyArn: combine({ partition: await partition }, (values) => `arn:${asText(values["partition"])}:iam::aws:${POLICY}`),
    role: role.id,
  } });
  await registrar.registerOutputs(component, {});
  return { role, attachments: [attachment] };
}

/** The logical name tells policies apart by their ARN in the standard partition. */
function suffix(): string {
  return createHash("sha1").update(`arn:aws:iam::aws:${POLICY}`).digest("hex").slice(0, 8);
}
