import { defineRule, type Finding } from "../../engine/rule.ts";

const missing = (found: string): readonly Finding[] => [{ property: "encryptionConfig", found, required: 'a key for ["secrets"]' }];

export const eksClusterSecretsKmsEncrypted = defineRule({
  name: "eks-cluster-secrets-kms-encrypted",
  description: "Kubernetes secrets are encrypted with a KMS key of the account before they are stored.",
  severity: "high",
  controls: ["eks-secrets-kms"],
  citations: [
    "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(e)(2)(ii)", "164.314(b)(1)", "164.314(b)(2)",
    "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  remediation: [
    'Set encryptionConfig.provider.keyArn to the ARN of a customer-managed key and encryptionConfig.resources to ["secrets"].',
  ],
  url: "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
  resources: ["aws:eks/cluster:Cluster"],
  check: ({ props }) => {
    // While the key is still to be created the block is unknown as a whole; EKS accepts it for secrets only.
    if (props.has("encryptionConfig") && !props.isKnown("encryptionConfig")) {
      return [];
    }
    const [encryption] = props.objects("encryptionConfig");
    if (encryption?.object("provider")?.has("keyArn") !== true) {
      return missing("no key");
    }
    return encryption.strings("resources").includes("secrets") ? [] : missing("secrets left out");
  },
});
