import { excludedKinds, isEligible, LIST_DATE, LIST_URL, moduleOf } from "../../engine/eligible-services.ts";
import { defineRule, EVERY_AWS_TYPE } from "../../engine/rule.ts";

export const resourceOfHipaaEligibleService = defineRule({
  name: "resource-of-hipaa-eligible-service",
  description: "Resources belong to services that AWS's business associate agreement covers, or that hold no PHI by their nature.",
  severity: "high",
  citations: ["164.308(b)(1)", "164.308(b)(3)", "164.314(a)(1)", "164.314(a)(2)(i)"],
  controls: [],
  remediation: ["Use a service on the list of HIPAA-eligible services.", "Where the service never sees PHI, or AWS has put it on the list since, name its module in the parameter alsoAllowed of the rule."],
  url: LIST_URL,
  parameters: { alsoAllowed: { description: "Modules of services, such as codeartifact, that are allowed besides: they never see PHI, or AWS has listed them since.", default: [] } },
  resources: [EVERY_AWS_TYPE],
  check: ({ type, props }, settings) => {
    const module = moduleOf(type);
    if (!isEligible(module) && !settings.strings("alsoAllowed").includes(module)) {
      return [{ property: "(type)", found: `the service ${module}, which is not on AWS's list of ${LIST_DATE}`, required: "a HIPAA-eligible service" }];
    }
    return excludedKinds(type).flatMap(({ property, value, whenAbsent }) => {
      const kind = (props.has(property) ? props.string(property) : undefined) ?? whenAbsent;
      return kind === value ? [{ property, found: kind, required: "another kind, which the agreement covers" }] : [];
    });
  },
});
