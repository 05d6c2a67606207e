// A clinic's first stack, written in a hurry: most resources are mistakes that somebody has made with
// patients' data, one cannot be judged before the update, and the last ones are right. It is not meant
// to be deployed; the README beside it says how to watch the policy pack refuse it.
import * as accessanalyzer from "@pulumi/aws/accessanalyzer/index.js";
import * as account from "@pulumi/aws/account/index.js";
import * as backup from "@pulumi/aws/backup/index.js";
import * as cloudtrail from "@pulumi/aws/cloudtrail/index.js";
import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as dynamodb from "@pulumi/aws/dynamodb/index.js";
import * as ec2 from "@pulumi/aws/ec2/index.js";
import * as eks from "@pulumi/aws/eks/index.js";
import * as iam from "@pulumi/aws/iam/index.js";
import * as kms from "@pulumi/aws/kms/index.js";
import { Provider } from "@pulumi/aws/provider.js";
import * as rds from "@pulumi/aws/rds/index.js";
import * as s3 from "@pulumi/aws/s3/index.js";
import { interpolate, jsonStringify } from "@pulumi/pulumi";

const accountId = "123456789012";
const anybody = "0.0.0.0/0";
const ownKey = `arn:aws:kms:us-east-1:${accountId}:key/11111111-2222-3333-4444-555555555555`;

/** A policy document of one statement. */
function allow(statement: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
}

// --- S3 ---------------------------------------------------------------------------------------------

// A bucket that anybody may read, with nothing around it, in an account that allows it.
const uploads = new s3.Bucket("patient-uploads", { bucket: "clinic-patient-uploads" });
new s3.BucketPublicAccessBlock("patient-uploads-access", { bucket: uploads.bucket, blockPublicAcls: true });
new s3.BucketPolicy("patient-uploads-policy", {
  bucket: uploads.bucket,
  policy: allow({ Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::clinic-patient-uploads/*" }),
});
new s3.AccountPublicAccessBlock("account-access", { blockPublicAcls: false, blockPublicPolicy: false });

// --- RDS and DynamoDB -------------------------------------------------------------------------------

// A database on the internet, without encryption, backups or a second zone, its password in the program.
new rds.Instance("records", {
  identifier: "clinic-records",
  engine: "postgres",
  instanceClass: "db.t4g.micro",
  allocatedStorage: 20,
  username: "clinic",
  password: "correct horse battery staple",
  publiclyAccessible: true,
  skipFinalSnapshot: true,
  tags: { DataClassification: "phi" },
});

// A table without a key of ours and without a way back in time.
new dynamodb.Table("visits", { name: "clinic-visits", hashKey: "id", billingMode: "PAY_PER_REQUEST", attributes: [{ name: "id", type: "S" }] });

// A table of PHI that is right in itself, but whose use no trail records.
new dynamodb.Table("consents", {
  name: "clinic-consents",
  hashKey: "id",
  billingMode: "PAY_PER_REQUEST",
  attributes: [{ name: "id", type: "S" }],
  pointInTimeRecovery: { enabled: true },
  deletionProtectionEnabled: true,
  serverSideEncryption: { enabled: true, kmsKeyArn: ownKey },
  tags: { DataClassification: "phi" },
}, { protect: true });

// --- KMS --------------------------------------------------------------------------------------------

// A key that never rotates, that anybody may use, and that is gone a week after a slip.
new kms.Key("shared", { deletionWindowInDays: 7, policy: allow({ Principal: "*", Action: "kms:*", Resource: "*" }) });

// --- VPC and EC2 ------------------------------------------------------------------------------------

// A network without flow logs, whose subnet for data has a way to and from the internet.
const network = new ec2.Vpc("network", { cidrBlock: "10.20.0.0/16" });
const gateway = new ec2.InternetGateway("gateway", { vpcId: network.id });
const data = new ec2.Subnet("data", { vpcId: network.id, cidrBlock: "10.20.1.0/24", availabilityZone: "us-east-1a", mapPublicIpOnLaunch: true });
const routes = new ec2.RouteTable("data-routes", { vpcId: network.id, routes: [{ cidrBlock: anybody, gatewayId: gateway.id }] });
new ec2.RouteTableAssociation("data-routes-data", { subnetId: data.id, routeTableId: routes.id });

// A group that opens the database and SSH to the world, and lets everything out.
const open = new ec2.SecurityGroup("open", {
  vpcId: network.id,
  description: "Database and remote access",
  ingress: [
    { protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: [anybody] },
    { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: [anybody] },
  ],
  egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: [anybody] }],
});

// A machine with a public address that hands its credentials to any forged request.
new ec2.Instance("jump-host", {
  ami: "ami-0abcdef1234567890",
  instanceType: "t3.micro",
  subnetId: data.id,
  vpcSecurityGroupIds: [open.id],
  associatePublicIpAddress: true,
});
new ec2.LaunchTemplate("workers", {
  name: "clinic-workers",
  instanceType: "m6i.large",
  metadataOptions: { httpTokens: "optional", httpPutResponseHopLimit: 2 },
  blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 50, encrypted: "false" } }],
});

// --- EKS --------------------------------------------------------------------------------------------

// A cluster with its API on the internet, no logs, secrets in the clear, and access by the aws-auth map.
new eks.Cluster("cluster", {
  name: "clinic",
  roleArn: `arn:aws:iam::${accountId}:role/clinic-cluster`,
  version: "1.27",
  vpcConfig: { subnetIds: [data.id], endpointPublicAccess: true, endpointPrivateAccess: false, publicAccessCidrs: [anybody] },
  accessConfig: { authenticationMode: "CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: true },
});

// --- CloudTrail, CloudWatch Logs, Backup ------------------------------------------------------------

// A trail that sees one region, unencrypted and unproven, into the bucket that anybody may read.
new cloudtrail.Trail("trail", { name: "clinic", s3BucketName: uploads.bucket });

// Logs in the clear, kept for ever.
new cloudwatch.LogGroup("application", { name: "/clinic/application" });

// A vault that whoever holds the account can empty, and a weekly plan that stays in the region.
const vault = new backup.Vault("vault", { name: "clinic" });
const weekly = new backup.Plan("weekly", {
  name: "clinic-weekly",
  rules: [{ ruleName: "weekly", targetVaultName: vault.name, schedule: "cron(0 3 ? * SUN *)", lifecycle: { deleteAfter: 14 } }],
});

// Evidence that the weekly plan throws away after two weeks.
new dynamodb.Table("evidence", {
  name: "clinic-evidence",
  hashKey: "id",
  billingMode: "PAY_PER_REQUEST",
  attributes: [{ name: "id", type: "S" }],
  pointInTimeRecovery: { enabled: true },
  deletionProtectionEnabled: true,
  serverSideEncryption: { enabled: true, kmsKeyArn: ownKey },
  tags: { DataClassification: "audit", Environment: "Production" },
}, { protect: true });
new backup.Selection("evidence-weekly", {
  name: "clinic-evidence", planId: weekly.id, iamRoleArn: `arn:aws:iam::${accountId}:role/clinic-backup`, resources: ["evidence", "consents"].map((table) => `arn:aws:dynamodb:us-east-1:${accountId}:table/clinic-${table}`), conditions: [], notResources: [],
});

// --- The account ------------------------------------------------------------------------------------

// Passwords as short as eight letters, metadata for whoever asks, and nobody to call when the account is misused.
new iam.AccountPasswordPolicy("passwords", { minimumPasswordLength: 8 });
new ec2.InstanceMetadataDefaults("metadata", { httpTokens: "optional" });
new account.AlternativeContact("invoices", {
  alternateContactType: "BILLING", name: "Clinic", title: "Accounts", emailAddress: "invoices@example.org", phoneNumber: "+1 555 0100",
});

// --- IAM --------------------------------------------------------------------------------------------

// A policy that allows everything, and a role that anybody may take to administer the account.
new iam.Policy("developer", { name: "clinic-developer", policy: allow({ Action: "*", Resource: "*" }) });
const support = new iam.Role("support", { name: "clinic-support", assumeRolePolicy: allow({ Principal: "*", Action: "sts:AssumeRole" }) });
new iam.RolePolicyAttachment("support-admin", { role: support.name, policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" });

// --- What cannot be judged before the update --------------------------------------------------------

// The policy is built from the ARN of a bucket that does not exist yet, so the whole document is unknown.
const reports = new s3.Bucket("reports", { bucket: "clinic-reports" });
new s3.BucketPolicy("reports-policy", {
  bucket: reports.bucket,
  policy: jsonStringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${accountId}:role/clinic-reporting` }, Action: "s3:GetObject", Resource: interpolate`${reports.arn}/*` }],
  }),
});

// --- What is right ----------------------------------------------------------------------------------

// A key that rotates, is protected, and names who may use it for what.
const logsKey = new kms.Key("logs", {
  enableKeyRotation: true,
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: "kms:*", Resource: "*" },
      {
        Effect: "Allow",
        Principal: { Service: "logs.us-east-1.amazonaws.com" },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:${accountId}:log-group:/clinic/*` } },
      },
    ],
  }),
  tags: { DataClassification: "operational" },
}, { protect: true });
new cloudwatch.LogGroup("access", { name: "/clinic/access", kmsKeyId: logsKey.arn, retentionInDays: 400 });

// A private subnet, a group that admits the network alone, and a default group that admits nothing.
new ec2.Subnet("workloads", { vpcId: network.id, cidrBlock: "10.20.2.0/24", availabilityZone: "us-east-1b" });
new ec2.SecurityGroup("web", {
  vpcId: network.id,
  description: "HTTPS from the network",
  ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.20.0.0/16"] }],
  egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.20.0.0/16"] }],
});
new ec2.DefaultSecurityGroup("default", { vpcId: network.id, ingress: [], egress: [] });

// A watch over what is shared outside of the account.
new accessanalyzer.Analyzer("analyzer", { analyzerName: "clinic", type: "ACCOUNT" });

// --- Tags -------------------------------------------------------------------------------------------

// Right in everything, but made by a provider without the default tags, so nobody knows whose it is.
const untagged = new Provider("untagged", { region: "us-east-1" });
new cloudwatch.LogGroup("orphan", { name: "/clinic/orphan", kmsKeyId: logsKey.arn, retentionInDays: 400 }, { provider: untagged });
