import { Analyzer } from "@pulumi/aws/accessanalyzer/analyzer.js";
import { Recorder } from "@pulumi/aws/cfg/recorder.js";
import { DefaultSecurityGroup } from "@pulumi/aws/ec2/defaultSecurityGroup.js";
import { LaunchTemplate } from "@pulumi/aws/ec2/launchTemplate.js";
import { Detector } from "@pulumi/aws/guardduty/detector.js";
import { Enabler } from "@pulumi/aws/inspector2/enabler.js";
import { Account as Macie } from "@pulumi/aws/macie2/account.js";
import { Organization } from "@pulumi/aws/organizations/organization.js";
import { Account as SecurityHub } from "@pulumi/aws/securityhub/account.js";
import { accountId, role } from "./documents.ts";

// GuardDuty, paused after the first invoice, with none of its protections.
new Detector("threats", { enable: false });
// Security Hub without a standard to check by, Macie paused, and an inspector of instances alone.
new SecurityHub("findings", { enableDefaultStandards: false });
new Macie("patients-data", { status: "PAUSED" });
new Enabler("vulnerabilities", { accountIds: [accountId], resourceTypes: ["EC2"] });
// A recorder of buckets alone, which nobody has started and which delivers nowhere.
new Recorder("changes", { name: "clinic", roleArn: role("config"), recordingGroup: { allSupported: false, resourceTypes: ["AWS::S3::Bucket"] } });
// An organisation whose member accounts each have a root user with a password.
new Organization("clinic", { featureSet: "ALL" });

// The group that a machine gets when nobody names one, opened for a demonstration.
new DefaultSecurityGroup("default", {
  vpcId: "vpc-0123456789abcdef0",
  ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.40.0.0/16"] }],
  egress: [],
});
// Machines that each get an address of the internet.
new LaunchTemplate("machines", {
  name: "clinic-machines",
  instanceType: "m6i.large",
  monitoring: { enabled: true },
  metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
  networkInterfaces: [{ deviceIndex: 0, associatePublicIpAddress: "true" }],
});

// A watch over what is shared outside of the account, which is right.
new Analyzer("sharing", { analyzerName: "clinic", type: "ACCOUNT" });
