/** A way in which records could be exposed, and what stands against it. */
export interface Exposure {
  readonly name: string;
  /** Rules of the preview, each about another setting: whoever gets one wrong is still held by the next. */
  readonly rules: readonly [string, string, ...string[]];
  /** Managed rules of AWS Config that the platform runs, for what changes without a preview. */
  readonly watched: readonly string[];
}

export const EXPOSURES: readonly Exposure[] = [
  {
    name: "a bucket that the internet reads", rules: ["s3-bucket-public-access-blocked", "s3-account-public-access-blocked", "s3-bucket-policy-not-public", "s3-bucket-acl-disabled"],
    watched: ["s3-bucket-level-public-access-prohibited", "s3-bucket-public-read-prohibited", "s3-account-level-public-access-blocks-periodic"],
  },
  { name: "objects in the clear", rules: ["s3-bucket-default-encryption-kms", "encryption-coverage-complete"], watched: ["s3-default-encryption-kms"] },
  {
    name: "a database that the internet reaches", rules: ["rds-not-publicly-accessible", "rds-subnet-group-private", "security-group-no-open-internal-ports", "route-table-private-no-internet-gateway"],
    watched: ["rds-instance-public-access-check", "no-unrestricted-route-to-igw"],
  },
  { name: "a database in the clear", rules: ["rds-storage-encrypted", "encryption-coverage-complete"], watched: ["rds-storage-encrypted"] },
  { name: "queries that can be read on their way", rules: ["rds-force-tls", "security-group-ingress-authorized-ports"], watched: ["vpc-sg-open-only-to-authorized-ports"] },
  { name: "a snapshot that everybody restores", rules: ["rds-snapshot-not-public", "rds-snapshot-encrypted"], watched: ["rds-snapshots-public-prohibited", "rds-snapshot-encrypted"] },
  { name: "a disk that everybody copies", rules: ["ebs-snapshot-not-public", "ebs-volume-encrypted", "ebs-encryption-by-default"], watched: ["ebs-snapshot-public-restorable-check", "encrypted-volumes", "ec2-ebs-encryption-by-default"] },
  { name: "a machine on the internet", rules: ["ec2-no-public-address", "subnet-no-automatic-public-ip", "security-group-no-open-ssh", "network-acl-no-open-ingress"], watched: ["ec2-instance-no-public-ip", "restricted-ssh"] },
  { name: "credentials of a machine that are stolen", rules: ["ec2-imdsv2-required", "eks-node-metadata-hop-limit-one", "ec2-instance-profile"], watched: ["ec2-imdsv2-check"] },
  { name: "a cluster that the internet reaches", rules: ["eks-cluster-endpoint-private-only", "eks-nodes-in-private-subnets", "eks-cluster-creator-not-admin"], watched: ["eks-endpoint-no-public-access"] },
  { name: "a pod that takes over its node", rules: ["kubernetes-workload-no-host-access", "kubernetes-workload-no-privilege-escalation", "kubernetes-namespace-pod-security-restricted"], watched: [] },
  { name: "an API without sign-in", rules: ["apigateway-methods-authorized", "apigateway-waf-associated", "apigateway-endpoint-not-edge"], watched: ["api-gw-associated-with-waf"] },
  { name: "a function that anybody calls", rules: ["lambda-permission-not-public", "lambda-url-requires-iam", "lambda-permission-names-source"], watched: ["lambda-function-public-access-prohibited"] },
  { name: "a secret that everybody reads", rules: ["secret-policy-not-public", "secret-encryption-cmk", "secret-rotation"], watched: ["secretsmanager-using-cmk", "secretsmanager-rotation-enabled-check"] },
  { name: "a key that opens too much", rules: ["kms-key-policy-no-wildcard-principal", "kms-key-one-data-class", "kms-phi-key-use-bound", "iam-policy-kms-decrypt-on-named-keys"], watched: ["iam-customer-policy-blocked-kms-actions"] },
  { name: "a role that may do everything", rules: ["iam-policy-no-admin-statements", "iam-no-administrator-managed-policy", "iam-policy-no-service-full-access", "iam-policy-names-resources"], watched: ["iam-policy-no-statements-with-admin-access"] },
  { name: "a role that anybody takes", rules: ["iam-trust-policy-no-wildcard", "iam-trust-policy-service-scoped", "iam-role-for-people-requires-mfa"], watched: [] },
  { name: "credentials that leak with the code", rules: ["iam-no-static-access-key", "lambda-environment-no-credentials", "rds-master-password-not-in-program"], watched: ["access-keys-rotated", "codebuild-project-envvar-awscred-check"] },
  { name: "a search that the internet asks", rules: ["opensearch-domain-in-vpc", "opensearch-domain-https-only", "opensearch-domain-encrypted-at-rest"], watched: ["opensearch-in-vpc-only"] },
  { name: "messages that strangers read", rules: ["sns-topic-tls-only", "sns-topic-encryption-cmk"], watched: ["sns-encrypted-kms"] },
  { name: "images that strangers pull or put", rules: ["ecr-repository-not-public", "ecr-repository-immutable-tags"], watched: ["ecr-private-tag-immutability-enabled"] },
  { name: "a trail that somebody stops", rules: ["cloudtrail-present", "cloudtrail-log-file-validation", "s3-bucket-object-lock", "iam-audit-logs-writer-cannot-delete"], watched: ["cloudtrail-enabled", "cloud-trail-log-file-validation-enabled"] },
  { name: "backups that somebody deletes", rules: ["backup-vault-locked", "backup-vault-policy-denies-deletion", "backup-plan-copies-to-another-region"], watched: ["backup-recovery-point-manual-deletion-disabled"] },
  { name: "a safeguard that drifts", rules: ["guarded-properties-not-ignored", "config-recorder-enabled", "data-store-protected"], watched: [] },
];
