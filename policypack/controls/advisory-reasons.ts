/**
 * Why a rule only advises. Every advisory rule stands here, and nothing else: a rule without a reason
 * is mandatory. A control that the Security Rule is tied to may go without a mandatory rule only so.
 */
export const ADVISORY_REASONS: Readonly<Record<string, string>> = {
  "backup-plan-copies-to-air-gapped-vault":
    "AWS Backup cannot keep every kind of store in such a vault, and copies in an account of their own serve the same end.",
  "cloudfront-field-level-encryption":
    "It encrypts fields of HTML forms only; an API that takes JSON cannot use it and is no less encrypted for that.",
  "lambda-in-vpc":
    "A function that calls AWS services alone, over TLS and with a role of its own, gains nothing from a VPC.",
  "s3-bucket-mfa-delete":
    "Only the root user, with a device in hand, can switch it on, so no program can; object lock holds against the root user too.",
};
