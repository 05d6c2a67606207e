import { BUCKET_TYPES } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";
import { holds } from "../../engine/tags.ts";

const STORES = [...BUCKET_TYPES, "aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:dynamodb/table:Table"];

export const cloudtrailPresent = defineStackRule({
  name: "cloudtrail-present",
  description: "A stack that stores PHI has a trail.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(A)", "164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(5)(ii)(C)", "164.308(a)(6)(ii)", "164.312(b)",
    "164.312(e)(2)(i)",
  ],
  controls: ["cloudtrail-enabled"],
  remediation: ["Add a cloudtrail.Trail; where the organisation keeps one for all accounts, record an exception that names it."],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail.html",
  resources: STORES,
  check: (stack) => {
    const [store] = stack.ofType(...STORES).filter(({ props }) => holds(props, "phi"));
    if (store === undefined) {
      return { notApplicable: "nothing in the stack is tagged as PHI" };
    }
    return stack.ofType("aws:cloudtrail/trail:Trail").length > 0
      ? []
      : [{ urn: store.urn, property: "tagsAll.DataClassification", found: "phi, and no trail in the stack", required: "a trail" }];
  },
});
