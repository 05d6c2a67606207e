import { isLeftToAnotherStack, SETTING_STACKS } from "../../engine/account-services.ts";
import { BUCKET_TYPES, bucketsOf, missingBlocks } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";

const BLOCK = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";

export const s3AccountPublicAccessBlocked = defineStackRule({
  name: "s3-account-public-access-blocked",
  description: "The account of a stack with buckets blocks public access in all four ways, for buckets yet to come as well.",
  severity: "critical",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)",
    "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["s3-account-public-access-block"],
  remediation: ["Add an s3.AccountPublicAccessBlock with all four settings true."],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html",
  resources: [...BUCKET_TYPES, BLOCK],
  parameters: SETTING_STACKS,
  check: (stack, settings) => {
    const blocks = stack.ofType(BLOCK);
    const [bucket] = bucketsOf(stack);
    return blocks.length === 0 && bucket !== undefined && !isLeftToAnotherStack(stack, settings)
      ? [{ urn: bucket.urn, property: "bucket", found: "no AccountPublicAccessBlock in the stack", required: "one with all four settings true" }]
      : blocks.flatMap(({ urn, props }) => missingBlocks(props).map((finding) => ({ urn, ...finding })));
  },
});
