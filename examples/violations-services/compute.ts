import { Group } from "@pulumi/aws/autoscaling/group.js";
import { Volume } from "@pulumi/aws/ebs/volume.js";
import { ImageBlockPublicAccess } from "@pulumi/aws/ec2/imageBlockPublicAccess.js";
import { Instance } from "@pulumi/aws/ec2/instance.js";
import { LaunchTemplate } from "@pulumi/aws/ec2/launchTemplate.js";
import { TaskDefinition } from "@pulumi/aws/ecs/taskDefinition.js";
import { Application } from "@pulumi/aws/elasticbeanstalk/application.js";
import { Environment } from "@pulumi/aws/elasticbeanstalk/environment.js";
import { accountId, key, operational, privateGroup, privateSubnets, role } from "./account.ts";
import type { Network } from "./network.ts";

const image = "ami-0abcdef1234567890";
const hardened = {
  iamInstanceProfile: "clinic-worker",
  metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
  monitoring: true,
} as const;
const rootBlockDevice = { encrypted: true, kmsKeyId: key };

/** Machines, containers, volumes and what starts them. */
export function makeCompute(network: Network): void {
  // An enclave's host on the internet.
  new Instance("enclave-host", {
    ...hardened,
    ami: image,
    instanceType: "m6i.xlarge",
    subnetId: network.frontage.id,
    vpcSecurityGroupIds: [network.proxyGroup.id],
    associatePublicIpAddress: true,
    enclaveOptions: { enabled: true },
    rootBlockDevice,
  });

  // A machine of an old kind in whichever network is the default, with a password in its start-up script and one key for all who log in.
  new Instance("importer", {
    ...hardened,
    ami: image,
    instanceType: "m3.xlarge",
    keyName: "clinic-team",
    userData: "#!/bin/sh\nIMPORT_PASSWORD=correct-horse-battery-staple\n/opt/import\n",
    rootBlockDevice,
  });

  // Workers that get public addresses, and that stay when the load balancer finds them ill.
  const template = new LaunchTemplate("web-workers", {
    name: "clinic-web-workers",
    instanceType: "m6i.large",
    iamInstanceProfile: { name: "clinic-worker" },
    metadataOptions: hardened.metadataOptions,
    monitoring: { enabled: true },
    networkInterfaces: [{ associatePublicIpAddress: "true", securityGroups: [privateGroup] }],
    blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 50, encrypted: "true", kmsKeyId: key } }],
  });
  new Group("web-workers", {
    name: "clinic-web-workers",
    minSize: 2,
    maxSize: 4,
    vpcZoneIdentifiers: [...privateSubnets],
    targetGroupArns: [`arn:aws:elasticloadbalancing:us-east-1:${accountId}:targetgroup/clinic-web/0123456789abcdef`],
    launchTemplate: { id: template.id, version: "$Latest" },
  });

  // Machine images that anybody may be given, and a volume that nobody backs up.
  new ImageBlockPublicAccess("images", { state: "unblocked" });
  new Volume("scans", { availabilityZone: "us-east-1a", size: 500, encrypted: true, kmsKeyId: key, tags: operational });

  // Containers that are root on their host's network may rewrite themselves, and leave no log.
  new TaskDefinition("reports", {
    family: "clinic-reports",
    networkMode: "host",
    executionRoleArn: role("task-execution"),
    containerDefinitions: JSON.stringify([{
      name: "reports",
      image: `${accountId}.dkr.ecr.us-east-1.amazonaws.com/reports@sha256:${"a".repeat(64)}`,
      memory: 512,
    }]),
  });

  // An environment of Beanstalk that reports little and is never patched.
  const portal = new Application("portal", { name: "clinic-portal" });
  new Environment("portal", { name: "clinic-portal", application: portal.name, solutionStackName: "64bit Amazon Linux 2023 v6.6.0 running Node.js 22" });
}
