import { InstanceProfile } from "@pulumi/aws/iam/instanceProfile.js";
import { Policy } from "@pulumi/aws/iam/policy.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type * as pulumi from "@pulumi/pulumi";
import { attachManaged } from "../lib/managed-policy.ts";
import { instanceTrust } from "../lib/policy-document.ts";
import type { AccessHostArgs } from "./access-host.ts";
import { hostNames } from "./host-names.ts";
import { recordingPolicy, sessionPolicy } from "./host-policies.ts";

export interface HostRole {
  readonly profile: InstanceProfile;
  readonly permissions: readonly pulumi.Resource[];
}

/** Role of the host: reached by Session Manager, records its sessions, and may do nothing else. */
export function createRole(parent: pulumi.Resource, name: string, args: AccessHostArgs): HostRole {
  const { deployment, auditKeyAlias, recordedRoles, managedOnly } = args;
  const names = hostNames(deployment);
  const options = { parent };
  const role = new Role(`${name}-role`, { name: names.host, description: "Access host", assumeRolePolicy: instanceTrust(), maxSessionDuration: 3600 }, options);
  const core = attachManaged(`${name}-core`, {
    deployment, role: role.name, policy: "AmazonSSMManagedInstanceCore", reason: "Session Manager reaches the host by its agent, which asks for work; no port is open",
  }, options);
  const profile = new InstanceProfile(`${name}-profile`, { name: names.host, role: role.name }, options);
  if (managedOnly === true) {
    const recording = attachManaged(`${name}-recording`, {
      deployment, role: role.name, policy: "CloudWatchAgentServerPolicy", reason: "sessions are recorded to a log group; the policy of AWS's that comes nearest reaches all log groups",
    }, options);
    return { profile, permissions: [core, recording] };
  }
  const policy = new Policy(`${name}-recording-policy`, {
    name: names.recordingPolicy, description: "Instances record the sessions that are opened on them", policy: recordingPolicy(deployment, auditKeyAlias),
  }, options);
  return {
    profile,
    permissions: [
      core,
      attach(`${name}-recording`, role.name, policy.arn, options),
      ...(recordedRoles ?? []).map((recorded) => attach(`${name}-recording-${recorded}`, recorded, policy.arn, options)),
    ],
  };
}

/** The policy that people's roles are given; nobody has it by itself. */
export function createSessionPolicy(parent: pulumi.Resource, name: string, { deployment }: AccessHostArgs): Policy {
  return new Policy(`${name}-session-policy`, {
    name: hostNames(deployment).sessionPolicy, description: "Open recorded sessions on the access host, with a second factor", policy: sessionPolicy(deployment),
  }, { parent });
}

function attach(name: string, role: pulumi.Input<string>, policyArn: pulumi.Input<string>, options: pulumi.CustomResourceOptions): RolePolicyAttachment {
  return new RolePolicyAttachment(name, { role, policyArn }, options);
}
