import { defineRule } from "../../engine/rule.ts";
import { holds } from "../../engine/tags.ts";

/** Names that promise a secret; where a secret is kept, or how it is looked up, is none. */
const SECRET_NAME = /(?:passw(?:or)?d|secret|credential|private-?key|api-?key|access-?key|token)(?!.*(?:arn|name|id|url|alias|ttl)$)/iu;

export const ssmParameterSecureString = defineRule({
  name: "ssm-parameter-secure-string",
  description: "Parameters that hold credentials or PHI are SecureStrings, and SecureStrings use a customer-managed key.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)"],
  controls: ["ssm-parameter-secure-string"],
  remediation: ['Set type to "SecureString" and keyId to the ARN or alias of a customer-managed key.'],
  url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html",
  resources: ["aws:ssm/parameter:Parameter"],
  check: ({ props }) => {
    const type = props.string("type") ?? "String";
    if (type === "SecureString") {
      return props.has("keyId") ? [] : [{ property: "keyId", found: "nothing, so the AWS-managed key", required: "a customer-managed key" }];
    }
    const sensitive = holds(props, "phi", "secret") || SECRET_NAME.test(props.string("name") ?? "");
    return sensitive ? [{ property: "type", found: type, required: '"SecureString"' }] : { notApplicable: "the parameter is plain, and nothing says that it should not be" };
  },
});
