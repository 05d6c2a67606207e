import type { Reader } from "../../engine/reader.ts";
import { defineRule } from "../../engine/rule.ts";

/** A replica named by identifier lives in its source's region; one named by ARN crosses regions and needs a key of its own. */
function inheritsEncryption(props: Reader): boolean {
  return props.has("replicateSourceDb") && props.string("replicateSourceDb")?.startsWith("arn:") === false;
}

export const rdsStorageEncrypted = defineRule({
  name: "rds-storage-encrypted",
  description: "The storage of every database is encrypted with a customer-managed key.",
  severity: "critical",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(e)(2)(ii)", "164.314(b)(1)",
    "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["rds-storage-encrypted"],
  remediation: [
    "Set storageEncrypted: true and kmsKeyId to the ARN of a customer-managed key; an existing database must be restored from an encrypted copy of its snapshot.",
  ],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
  resources: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
  check: ({ props }) => {
    if (props.has("kmsKeyId") && props.has("replicateSourceDb")) {
      return [];
    }
    if (inheritsEncryption(props)) {
      return { notApplicable: "a replica in the region of its source is encrypted as its source is" };
    }
    const encrypted = props.boolean("storageEncrypted") ?? false;
    if (!encrypted) {
      return [{ property: "storageEncrypted", found: String(encrypted), required: "true" }];
    }
    return props.has("kmsKeyId") ? [] : [{ property: "kmsKeyId", found: "nothing, so the AWS-managed key", required: "the ARN of a customer-managed key" }];
  },
});
