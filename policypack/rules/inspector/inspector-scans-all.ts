import { absence, OWNING_STACKS } from "../../engine/account-services.ts";
import { DATA_STORE_TYPES } from "../../engine/data-stores.ts";
import { regionOf } from "../../engine/regions.ts";
import { defineStackRule } from "../../engine/rule.ts";

const ENABLER = "aws:inspector2/enabler:Enabler";
const REQUIRED = ["EC2", "ECR", "LAMBDA"];

export const inspectorScansAll = defineStackRule({
  name: "inspector-scans-all",
  description: "Inspector scans instances, images and functions in every region where it is switched on.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(A)", "164.308(a)(8)"],
  controls: ["inspector-enabled"],
  remediation: ['Set resourceTypes: ["EC2", "ECR", "LAMBDA"] on the aws.inspector2.Enabler.'],
  url: "https://docs.aws.amazon.com/inspector/latest/user/scanning-resources.html",
  parameters: OWNING_STACKS,
  resources: [ENABLER, ...DATA_STORE_TYPES],
  check: (stack, settings) => {
    const regions = Map.groupBy(stack.ofType(ENABLER), regionOf);
    const gaps = [...regions.values()].flatMap((enablers) => {
      const scanned = new Set(enablers.flatMap(({ props }) => props.strings("resourceTypes")));
      return enablers.slice(0, 1).flatMap(({ urn }) =>
        REQUIRED.filter((type) => !scanned.has(type)).map((type) => ({ urn, property: "resourceTypes", found: `no ${type}`, required: `"${type}"` })),
      );
    });
    return [...absence(stack, settings, [ENABLER], "an aws.inspector2.Enabler"), ...gaps];
  },
});
