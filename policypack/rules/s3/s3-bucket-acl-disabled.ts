import { BUCKET_TYPES } from "../../engine/buckets.ts";
import { defineRule } from "../../engine/rule.ts";

const ACL_TYPES: readonly string[] = ["aws:s3/bucketAcl:BucketAcl", "aws:s3/bucketAclV2:BucketAclV2"];

export const s3BucketAclDisabled = defineRule({
  name: "s3-bucket-acl-disabled",
  description: "Access to buckets is decided by policies alone; ACLs are off.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(a)(2)(i)",
    "164.312(e)(1)", "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["s3-bucket-acl-prohibited", "s3-bucket-public-read-prohibited", "s3-bucket-public-write-prohibited"],
  remediation: ['Remove the BucketAcl, acl and grants, and set objectOwnership to "BucketOwnerEnforced" or leave it out.'],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
  resources: [...BUCKET_TYPES, "aws:s3/bucketOwnershipControls:BucketOwnershipControls", ...ACL_TYPES],
  check: ({ type, props }) => {
    if (ACL_TYPES.includes(type)) {
      return [{ property: props.has("acl") ? "acl" : "accessControlPolicy", found: props.has("acl") ? (props.string("acl") ?? "nothing") : "grants", required: "no ACL" }];
    }
    const ownership = props.object("rule")?.string("objectOwnership") ?? "BucketOwnerEnforced";
    const acl = props.string("acl") ?? "private";
    return [
      ...(ownership === "BucketOwnerEnforced" ? [] : [{ property: "rule.objectOwnership", found: ownership, required: '"BucketOwnerEnforced"' }]),
      ...(acl === "private" ? [] : [{ property: "acl", found: acl, required: "nothing" }]),
      ...(props.isEmpty("grants") ? [] : [{ property: "grants", found: "grants", required: "nothing" }]),
    ];
  },
});
