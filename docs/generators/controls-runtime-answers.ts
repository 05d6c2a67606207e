/** Where a control that only the running account can answer is answered. */
export interface RuntimeAnswer {
  /** Managed rules of AWS Config that watch it, for whoever runs Config without this platform; empty where AWS has none. */
  readonly awsConfig: readonly string[];
  /** What answers it today, and the files of the project that do; undefined: nothing does. */
  readonly answer?: { readonly says: string; readonly files: readonly [string, ...string[]] };
}

/** One entry for each control of scope `runtime-only`. */
export const RUNTIME_ANSWERS: Readonly<Record<string, RuntimeAnswer>> = {
  "iam-user-mfa-enabled": { awsConfig: ["iam-user-mfa-enabled"] },
  "iam-console-user-mfa-enabled": { awsConfig: ["mfa-enabled-for-iam-console-access"] },
  "iam-root-mfa-enabled": { awsConfig: ["root-account-mfa-enabled"] },
  "iam-root-hardware-mfa-enabled": { awsConfig: ["root-account-hardware-mfa-enabled"] },
  "iam-root-no-access-key": { awsConfig: ["iam-root-access-key-check"] },
  "iam-access-key-rotated-90d": { awsConfig: ["access-keys-rotated"] },
  "iam-unused-credentials-removed": { awsConfig: ["iam-user-unused-credentials-check"] },
  "guardduty-findings-handled": { awsConfig: ["guardduty-non-archived-findings"] },
  "annual-risk-assessment": { awsConfig: ["annual-risk-assessment-performed"] },
  "kms-key-not-pending-deletion": {
    awsConfig: ["kms-cmk-not-scheduled-for-deletion"],
    answer: { says: "The trail's alarm key-disabled-or-deleted tells when a key is scheduled for deletion.", files: ["components/audit-trail/audit-alarms.ts"] },
  },
  "kms-enclave-no-unknown-image": {
    awsConfig: [],
    answer: {
      says: "A key for enclaves refuses every image but those that its policy names.",
      files: ["policypack/rules/kms/kms-enclave-key-attestation-required.ts", "policypack/rules/kms/kms-enclave-key-known-images.ts"],
    },
  },
  "kms-enclave-no-debug-attestation": {
    awsConfig: [],
    answer: {
      says: "A key for enclaves refuses the measurements of zeros that an enclave in debug mode presents.",
      files: ["policypack/rules/kms/kms-enclave-key-attestation-required.ts", "policypack/rules/kms/kms-enclave-key-known-images.ts"],
    },
  },
  "dynamodb-throughput-limit": { awsConfig: ["dynamodb-throughput-limit-check"] },
  "ec2-ssm-managed": { awsConfig: ["ec2-instance-managed-by-systems-manager"] },
  "ec2-ssm-association-compliant": { awsConfig: ["ec2-managedinstance-association-compliance-status-check"] },
  "ec2-patch-compliant": { awsConfig: ["ec2-managedinstance-patch-compliance-status-check"] },
  "ec2-stopped-instance": { awsConfig: ["ec2-stopped-instance"] },
  "ec2-instance-max-age": { awsConfig: [] },
  "vpn-two-tunnels-up": { awsConfig: ["vpc-vpn-2-tunnels-up"] },
  "acm-certificate-expiry": { awsConfig: ["acm-certificate-expiration-check"] },
  "secrets-rotation-succeeded": { awsConfig: ["secretsmanager-scheduled-rotation-success-check"] },
  "secrets-rotated-90d": { awsConfig: ["secretsmanager-secret-periodic-rotation"] },
  "secrets-unused": { awsConfig: ["secretsmanager-secret-unused"] },
  "backup-recovery-point-encrypted": {
    awsConfig: ["backup-recovery-point-encrypted"],
    answer: {
      says: "Both vaults have a key of their own; a recovery point that AWS Backup does not encrypt itself keeps the key of its store, and every store has one.",
      files: ["components/dr-vault/vaults.ts", "policypack/rules/backup/backup-vault-encryption-cmk.ts"],
    },
  },
  "backup-recovery-point-min-retention": { awsConfig: ["backup-recovery-point-minimum-retention-check"] },
};
