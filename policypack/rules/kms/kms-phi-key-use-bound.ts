import { bindingConditions } from "../../engine/policy-document-conditions.ts";
import { coversAction } from "../../engine/policy-document-grants.ts";
import { matchesEverything } from "../../engine/policy-document-pattern.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";
import { holds } from "../../engine/tags.ts";

const BINDING = /^kms:(?:encryptioncontext:.+|viaservice)$/u;

export const kmsPhiKeyUseBound = defineRule({
  name: "kms-phi-key-use-bound",
  description: "The policy of a key tagged DataClassification: phi lets nobody decrypt by calling KMS alone: use is bound to an encryption context or to an AWS service that sets one.",
  severity: "high",
  controls: [],
  citations: ["164.308(a)(4)(i)", "164.312(a)(1)", "164.312(a)(2)(iv)"],
  remediation: [
    "Add a condition on kms:EncryptionContext:… or StringEquals on kms:ViaService to each statement that grants decryption.",
  ],
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html",
  resources: ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey"],
  check: ({ props }) => {
    if (!holds(props, "phi")) {
      return { notApplicable: "the key is not tagged DataClassification: phi" };
    }
    if (!props.has("policy")) {
      return [{ property: "policy", found: "AWS's default policy, by which the account's policies alone decide", required: "a policy that binds decryption" }];
    }
    return judgeStatements(props, "policy", ({ effect, conditions, ...statement }, path) => {
      const isBound = bindingConditions(conditions).some(({ key, values }) => BINDING.test(key) && !values.some(matchesEverything));
      return effect === "Allow" && coversAction({ effect, conditions, ...statement }, "kms:Decrypt") && !isBound
        ? [{ property: `${path}.Condition`, found: "decryption by anyone named, of any data", required: "an encryption context or a service" }]
        : [];
    });
  },
});
