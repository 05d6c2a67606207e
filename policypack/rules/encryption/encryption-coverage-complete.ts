import { ENCRYPTED_BUCKET_TYPES, missingBucketKeys } from "../../engine/bucket-encryption.ts";
import { ENCRYPTION_RULES_BY_TYPE } from "../../engine/encryption-rules.ts";
import { defineStackRule, type Finding, type JudgedStack, type NotApplicable, type StackResource } from "../../engine/rule.ts";
import type { Settings } from "../../engine/settings.ts";

const TYPES = [...ENCRYPTION_RULES_BY_TYPE.keys(), ...ENCRYPTED_BUCKET_TYPES];

export const encryptionCoverageComplete = defineStackRule({
  name: "encryption-coverage-complete",
  description: "All that holds data in the stack is encrypted with customer-managed keys: it is counted, and what is missing is named.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(A)", "164.308(a)(8)", "164.312(a)(2)(iv)"],
  controls: [],
  remediation: ["Give the resource a customer-managed key, as the policy about its type says."],
  url: "https://docs.aws.amazon.com/prescriptive-guidance/latest/encryption-best-practices/general-encryption-best-practices.html",
  resources: TYPES,
  check: (stack, settings) => {
    const holding = stack.ofType(...TYPES).flatMap((resource) => {
      const findings = missing(stack, resource, settings);
      return findings === undefined ? [] : [{ urn: resource.urn, findings }];
    });
    const open = holding.filter(({ findings }) => findings.length > 0);
    const count = `${String(holding.length - open.length)} of ${String(holding.length)} resources with data have a customer-managed key`;
    return open.flatMap(({ urn, findings }) => findings.map(({ property, found, required }) => ({ urn, property, found: `${found}; ${count}`, required })));
  },
});

/** What keeps the data of one resource in the clear or with a key of AWS; undefined where it holds none, or another holds them for it. */
function missing(stack: JudgedStack, resource: StackResource, settings: Settings): readonly Finding[] | undefined {
  const verdicts: readonly (readonly Finding[] | NotApplicable)[] =
    ENCRYPTION_RULES_BY_TYPE.get(resource.type)?.map((rule) => rule.check(resource, settings)) ?? [missingBucketKeys(stack, resource)];
  const judged = verdicts.flatMap((verdict) => ("notApplicable" in verdict ? [] : [verdict]));
  return judged.length === 0 ? undefined : judged.flat();
}
