import { bindingConditions, restrictsCaller } from "../../engine/policy-document-conditions.ts";
import { accountOf, isWholeAccount, namesAnyone } from "../../engine/policy-document-grants.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

/** What tells the callers of an account apart. */
const NAMING = /^aws:(?:principalarn|userid|sourcevpce|sourcevpc|principaltag\/.+)$/u;

export const s3BucketPolicyNamedGrantees = defineRule({
  name: "s3-bucket-policy-named-grantees",
  description: "A bucket policy grants to named roles, users and services; whole accounts and services only within a condition.",
  severity: "high",
  controls: ["s3-bucket-policy-grantees-restricted"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(3)(ii)(A)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)",
    "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)",
  ],
  remediation: [
    "Name roles in Principal instead of an account, or add ArnLike on aws:PrincipalArn.",
    "Hold services with StringEquals on aws:SourceAccount or ArnLike on aws:SourceArn.",
  ],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-bucket-user-policy-specifying-principal-intro.html",
  resources: ["aws:s3/bucketPolicy:BucketPolicy", "aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"],
  check: ({ props }) =>
    judgeStatements(props, "policy", (statement, path) => {
      const { effect, principals, conditions } = statement;
      if (effect === "Deny") {
        return [];
      }
      const open = (found: string, required: string) => [{ property: `${path}.Principal`, found, required }];
      if (namesAnyone(statement)) {
        return restrictsCaller(conditions) ? [] : open("anyone", "named principals");
      }
      const account = principals?.find(isWholeAccount);
      if (account !== undefined && !restrictsCaller(conditions) && !bindingConditions(conditions).some(({ key }) => NAMING.test(key))) {
        return open(`the whole account ${accountOf(account) ?? ""}`, "named roles");
      }
      const service = principals?.find(({ kind }) => kind === "Service");
      return service === undefined || restrictsCaller(conditions) ? [] : open(`${service.value} for anyone's resources`, "aws:SourceAccount or aws:SourceArn with fixed values");
    }),
});
