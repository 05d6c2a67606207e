import { exceptFor, type GuardStatement, roleAnywhere } from "./guard-statements.ts";

/** What a guard has to know of the organization. */
export interface GuardScope {
  readonly partition: string;
  /** Role by which the management account reaches a member account. */
  readonly accessRoleName: string;
  /** Roles that deploy the defaults of an account. */
  readonly deploymentRoleNames: readonly string[];
  /** The two regions in which there may be something. */
  readonly regions: readonly string[];
}

/** Where AWS keeps what belongs to no region, and records who calls it. */
const GLOBAL_REGION = "us-east-1";

/** Services and calls that lie in no region. */
const WITHOUT_REGION = [
  "access-analyzer:*", "account:*", "artifact:*", "aws-portal:*", "billing:*", "budgets:*", "ce:*", "cloudfront:*", "consolidatedbilling:*", "cur:*", "ec2:DescribeRegions", "freetier:*",
  "globalaccelerator:*", "health:*", "iam:*", "invoicing:*", "networkmanager:*", "notifications:*", "organizations:*", "payments:*", "pricing:*", "resource-explorer-2:*", "route53:*", "route53domains:*",
  "s3:GetAccountPublicAccessBlock", "s3:GetBucketLocation", "s3:ListAllMyBuckets", "s3:PutAccountPublicAccessBlock", "servicequotas:*", "shield:*", "signin:*", "sts:*", "support:*", "tag:*", "tax:*", "trustedadvisor:*", "wellarchitected:*",
];

/** What of a region is needed where AWS keeps the global services: certificates and web ACLs of CloudFront, alerts on sign-in and IAM. */
const BESIDE_GLOBAL = ["acm:*", "cloudtrail:*", "cloudwatch:*", "events:*", "kms:*", "logs:*", "sns:*", "sqs:*", "wafv2:*"];

/** An account stays in the organization, in its regions, and nobody enters by its root user. */
export function membershipGuard({ partition, accessRoleName, regions }: GuardScope): readonly GuardStatement[] {
  const everywhere = regions.includes(GLOBAL_REGION) ? regions : [...regions, GLOBAL_REGION];
  return [
    {
      sid: "StayInOrganization",
      reason: "outside the organization none of its policies holds, and its trail ends",
      actions: ["organizations:LeaveOrganization"],
    },
    {
      sid: "NoRootUser",
      reason: "the root user has every right and no name; what only it can do, the management account does by a short session (AssumeRoot)",
      actions: ["*"],
      conditions: { ArnLike: { "aws:PrincipalArn": [`arn:${partition}:iam::*:root`] }, Null: { "aws:AssumedRoot": "true" } },
    },
    {
      sid: "KeepAccessRole",
      reason: "the other guards make an exception for this role, so nobody else may change who takes it or what it does",
      actions: [
        "iam:AttachRolePolicy", "iam:DeleteRole", "iam:DeleteRolePermissionsBoundary", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy",
        "iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:UpdateRoleDescription",
      ],
      resources: [roleAnywhere(partition, accessRoleName)],
      conditions: exceptFor(partition, [accessRoleName]),
    },
    {
      sid: "OwnRegions",
      reason: "patients' data stays where the platform watches it; global services have no region",
      actions: WITHOUT_REGION,
      allBut: true,
      conditions: { StringNotEquals: { "aws:RequestedRegion": everywhere } },
    },
    ...(regions.includes(GLOBAL_REGION) ? [] : [{
      sid: "GlobalRegion",
      reason: `in ${GLOBAL_REGION} there is what global services need there, and nothing else`,
      actions: [...WITHOUT_REGION, ...BESIDE_GLOBAL].toSorted(),
      allBut: true,
      conditions: { StringEquals: { "aws:RequestedRegion": GLOBAL_REGION } },
    }]),
  ];
}

/** Nobody in an account stops what watches it; who has to, comes from the management account. */
export function oversightGuard({ partition, accessRoleName }: GuardScope): readonly GuardStatement[] {
  const conditions = exceptFor(partition, [accessRoleName]);
  return [
    {
      sid: "KeepTrails", reason: "what is not recorded cannot be accounted for (45 CFR 164.312(b))", conditions,
      actions: ["cloudtrail:DeleteEventDataStore", "cloudtrail:DeleteTrail", "cloudtrail:StopEventDataStoreIngestion", "cloudtrail:StopLogging"],
    },
    {
      sid: "KeepConfig", reason: "the history of resources has no gaps", conditions,
      actions: ["config:DeleteConfigurationRecorder", "config:DeleteDeliveryChannel", "config:DeleteRetentionConfiguration", "config:StopConfigurationRecorder"],
    },
    {
      sid: "KeepGuardDuty", reason: "who attacks an account silences its detector first", conditions,
      actions: [
        "guardduty:DeleteDetector", "guardduty:DeleteMembers", "guardduty:DisassociateFromAdministratorAccount", "guardduty:DisassociateFromMasterAccount", "guardduty:DisassociateMembers",
        "guardduty:StopMonitoringMembers",
      ],
    },
    {
      sid: "KeepSecurityHub", reason: "findings of every account arrive in one place", conditions,
      actions: ["securityhub:DeleteMembers", "securityhub:DisableSecurityHub", "securityhub:DisassociateFromAdministratorAccount", "securityhub:DisassociateFromMasterAccount", "securityhub:DisassociateMembers"],
    },
    {
      sid: "KeepMacie", reason: "buckets are searched for patients' data where it should not be", conditions,
      actions: ["macie2:DisableMacie", "macie2:DisassociateFromAdministratorAccount", "macie2:DisassociateFromMasterAccount", "macie2:DisassociateMember"],
    },
    { sid: "KeepInspector", reason: "what runs is searched for known weaknesses", conditions, actions: ["inspector2:Disable", "inspector2:DisassociateMember"] },
    { sid: "KeepAnalyzers", reason: "what is shared outside is reported", conditions, actions: ["access-analyzer:DeleteAnalyzer"] },
  ];
}

/** What protects data stays on, whoever asks. */
export function dataGuard({ partition, accessRoleName, deploymentRoleNames }: GuardScope): readonly GuardStatement[] {
  const conditions = exceptFor(partition, [accessRoleName]);
  return [
    { sid: "EncryptVolumes", reason: "every new volume is encrypted (45 CFR 164.312(a)(2)(iv))", conditions, actions: ["ec2:DisableEbsEncryptionByDefault"] },
    {
      sid: "NothingPublic", reason: "no snapshot, image or address of an account is opened to everybody", conditions,
      actions: ["ec2:DisableImageBlockPublicAccess", "ec2:DisableSnapshotBlockPublicAccess", "ec2:EnableSerialConsoleAccess"],
    },
    {
      sid: "NoPublicBuckets", reason: "AWS has one right for setting the account's block and for lifting it, so only those who deploy it have it",
      actions: ["s3:PutAccountPublicAccessBlock"], conditions: exceptFor(partition, [accessRoleName, ...deploymentRoleNames]),
    },
    {
      sid: "NoPublicAcls", reason: "nothing is opened to everybody by an access list either",
      actions: ["s3:CreateBucket", "s3:PutBucketAcl", "s3:PutObject", "s3:PutObjectAcl"],
      conditions: { StringEquals: { "s3:x-amz-acl": ["authenticated-read", "public-read", "public-read-write"] } },
    },
    {
      sid: "KeepBackups", reason: "who encrypts data for ransom deletes its backups first", conditions,
      actions: [
        "backup:DeleteBackupVault", "backup:DeleteBackupVaultAccessPolicy", "backup:DeleteBackupVaultLockConfiguration", "backup:DeleteRecoveryPoint", "backup:DisassociateRecoveryPoint",
        "backup:UpdateRecoveryPointLifecycle",
      ],
    },
    {
      sid: "StartWithTokens", reason: "an instance that answers metadata requests without a token hands its role to whoever makes it ask (S5-20)",
      actions: ["ec2:RunInstances"], resources: [`arn:${partition}:ec2:*:*:instance/*`], conditions: { StringNotEquals: { "ec2:MetadataHttpTokens": "required" } },
    },
    {
      sid: "ActWithTokens", reason: "credentials that were handed out without a token are worth nothing",
      actions: ["*"], conditions: { NumericLessThan: { "ec2:RoleDelivery": "2.0" } },
    },
  ];
}

/** Workloads are built of services that AWS's agreement on patients' data covers. */
export function servicesGuard(services: readonly string[]): readonly GuardStatement[] {
  return [{
    sid: "EligibleServices", reason: "AWS's business associate agreement does not cover these, so no patient's data may reach them (45 CFR 164.308(b)(1))",
    actions: services.map((service) => `${service}:*`),
  }];
}
