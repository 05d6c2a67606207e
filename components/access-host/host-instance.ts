import { Instance } from "@pulumi/aws/ec2/instance.js";
import { Association } from "@pulumi/aws/ssm/association.js";
import { getParameterOutput } from "@pulumi/aws/ssm/getParameter.js";
import type * as pulumi from "@pulumi/pulumi";
import { backedUp } from "../lib/backup-tag.ts";
import { classified } from "../lib/data-classification.ts";
import type { AccessHostArgs } from "./access-host.ts";
import { hostNames } from "./host-names.ts";
import type { HostNetwork } from "./host-network.ts";
import type { HostRole } from "./host-role.ts";

/** Amazon Linux 2023 needs 8 GiB; the rest is room for packages. */
const ROOT_GIB = 10;
/** Sundays at three, when nobody should be in. */
const PATCH_TIME = "cron(0 3 ? * SUN *)";

/** The instance: private, IMDSv2 only, encrypted, without a key pair, patched weekly. */
export function createInstance(parent: pulumi.Resource, name: string, args: AccessHostArgs, network: HostNetwork, role: HostRole, ready: readonly pulumi.Resource[]): Instance {
  const { deployment, subnetId, volumeKeyArn, imageId } = args;
  const names = hostNames(deployment);
  const instanceType = args.instanceType ?? "t4g.micro";
  const tags = { Name: names.host, ...backedUp(deployment) };
  const instance = new Instance(`${name}-host`, {
    ami: imageId ?? newestImage(parent, instanceType),
    instanceType,
    subnetId,
    vpcSecurityGroupIds: [network.group.id],
    associatePublicIpAddress: false,
    iamInstanceProfile: role.profile.name,
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1, instanceMetadataTags: "disabled" },
    rootBlockDevice: { encrypted: true, kmsKeyId: volumeKeyArn, volumeType: "gp3", volumeSize: ROOT_GIB, deleteOnTermination: true },
    monitoring: true,
    // Nobody ends it by mistake in the console; the program may, as it holds nothing.
    disableApiTermination: true,
    forceDestroy: true,
    // A volume tagged by itself would be an instance's second backup.
    tags: classified("operational", tags),
  }, {
    parent,
    dependsOn: [...network.rules, ...role.permissions, ...ready],
    // A newer image must not replace the host by the way; give imageId, or replace the resource, to take one.
    ...(imageId === undefined ? { ignoreChanges: ["ami"] } : {}),
  });
  new Association(`${name}-patches`, {
    name: "AWS-RunPatchBaseline",
    associationName: `${names.host}-patches`,
    targets: [{ key: "InstanceIds", values: [instance.id] }],
    parameters: { Operation: "Install", RebootOption: "RebootIfNeeded" },
    scheduleExpression: PATCH_TIME,
    applyOnlyAtCronInterval: true,
    complianceSeverity: "HIGH",
  }, { parent });
  return instance;
}

/** Id that AWS publishes for the newest Amazon Linux 2023 of the type's processor. */
function newestImage(parent: pulumi.Resource, instanceType: string): pulumi.Output<string> {
  const architecture = /^[a-z]+\d+[a-z]*g[a-z]*\./u.test(instanceType) ? "arm64" : "x86_64";
  return getParameterOutput({ name: `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}` }, { parent }).value;
}
