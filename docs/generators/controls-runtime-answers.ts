import { HIPAA_RULES } from "../../components/compliance-monitor/hipaa-rules.ts";
import { platformRules } from "../../components/compliance-monitor/platform-rules.ts";

/** Where a control that only the running account can answer is answered. */
export interface RuntimeAnswer {
  /** Managed rules of AWS Config that watch it; empty where AWS has none. */
  readonly awsConfig: readonly string[];
  /** What answers it, and the files of the project that do; undefined: nothing does. */
  readonly answer?: { readonly says: string; readonly files: readonly [string, ...string[]] };
}

/** Rules of AWS Config that the platform itself runs; a change for the worse is told by the alert config-noncompliant. */
const WATCHED: ReadonlyMap<string, string> = new Map([
  ...HIPAA_RULES.map(({ name }) => [name, "components/compliance-monitor/hipaa-rules.ts"] as const),
  ...platformRules(60).map(({ name }) => [name, "components/compliance-monitor/platform-rules.ts"] as const),
]);

/** A control that a managed rule of AWS Config judges: answered where the platform runs one of its rules. */
function byConfig(...awsConfig: readonly string[]): RuntimeAnswer {
  const watched = awsConfig.filter((name) => WATCHED.has(name));
  const [file, ...files] = [...new Set(watched.flatMap((name) => WATCHED.get(name) ?? []))];
  return file === undefined ? { awsConfig } : {
    awsConfig: awsConfig.filter((name) => !WATCHED.has(name)),
    answer: {
      says: `The platform's AWS Config watches it by ${watched.join(", ")}, and the alert config-noncompliant tells.`,
      files: [file, ...files, "components/security-alerts/finding-alerts.ts"],
    },
  };
}

/** One entry for each control of scope `runtime-only`. */
export const RUNTIME_ANSWERS: Readonly<Record<string, RuntimeAnswer>> = {
  "iam-user-mfa-enabled": byConfig("iam-user-mfa-enabled"),
  "iam-console-user-mfa-enabled": byConfig("mfa-enabled-for-iam-console-access"),
  "iam-root-mfa-enabled": byConfig("root-account-mfa-enabled"),
  "iam-root-hardware-mfa-enabled": byConfig("root-account-hardware-mfa-enabled"),
  "iam-root-no-access-key": byConfig("iam-root-access-key-check"),
  "iam-access-key-rotated-90d": byConfig("access-keys-rotated"),
  "iam-unused-credentials-removed": byConfig("iam-user-unused-credentials-check"),
  "guardduty-findings-handled": {
    awsConfig: ["guardduty-non-archived-findings"],
    answer: {
      says: "Each finding of medium severity or more becomes an alert that says what to do; Security Hub keeps it open until somebody closes it.",
      files: ["components/security-alerts/finding-alerts.ts", "components/threat-detection/security-hub.ts"],
    },
  },
  "annual-risk-assessment": byConfig("annual-risk-assessment-performed"),
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
  "dynamodb-throughput-limit": byConfig("dynamodb-throughput-limit-check"),
  "ec2-ssm-managed": byConfig("ec2-instance-managed-by-systems-manager"),
  "ec2-ssm-association-compliant": byConfig("ec2-managedinstance-association-compliance-status-check"),
  "ec2-patch-compliant": byConfig("ec2-managedinstance-patch-compliance-status-check"),
  "ec2-stopped-instance": byConfig("ec2-stopped-instance"),
  "ec2-instance-max-age": { awsConfig: [] },
  "vpn-two-tunnels-up": byConfig("vpc-vpn-2-tunnels-up"),
  "acm-certificate-expiry": byConfig("acm-certificate-expiration-check"),
  "secrets-rotation-succeeded": byConfig("secretsmanager-scheduled-rotation-success-check"),
  "secrets-rotated-90d": {
    awsConfig: ["secretsmanager-secret-periodic-rotation"],
    answer: { says: "No secret is created without a rotation every 90 days or more often.", files: ["policypack/rules/secretsmanager/secret-rotation.ts"] },
  },
  "secrets-unused": byConfig("secretsmanager-secret-unused"),
  "backup-recovery-point-encrypted": {
    awsConfig: ["backup-recovery-point-encrypted"],
    answer: {
      says: "Both vaults have a key of their own; a recovery point that AWS Backup does not encrypt itself keeps the key of its store, and every store has one.",
      files: ["components/dr-vault/vaults.ts", "policypack/rules/backup/backup-vault-encryption-cmk.ts"],
    },
  },
  "backup-recovery-point-min-retention": {
    awsConfig: ["backup-recovery-point-minimum-retention-check"],
    answer: {
      says: "A locked vault takes no recovery point for less than its least retention, and the daily ones are kept for 35 days or longer.",
      files: ["policypack/rules/backup/backup-vault-locked.ts", "policypack/rules/backup/backup-plan-daily-for-35-days.ts"],
    },
  },
};
