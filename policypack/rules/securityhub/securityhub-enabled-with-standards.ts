import { absence, OWNING_STACKS } from "../../engine/account-services.ts";
import { DATA_STORE_TYPES } from "../../engine/data-stores.ts";
import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineStackRule } from "../../engine/rule.ts";

const ACCOUNT = "aws:securityhub/account:Account";

export const securityhubEnabledWithStandards = defineStackRule({
  name: "securityhub-enabled-with-standards",
  description: "Security Hub is switched on with at least one security standard; without any it checks nothing.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(5)(ii)(C)", "164.308(a)(6)(i)", "164.308(a)(6)(ii)", "164.308(a)(8)",
    "164.312(b)", "164.312(e)(2)(i)",
  ],
  controls: ["securityhub-enabled"],
  remediation: ["Leave enableDefaultStandards at its default, true, or add an aws.securityhub.StandardsSubscription."],
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-standards.html",
  parameters: OWNING_STACKS,
  resources: [ACCOUNT, ...DATA_STORE_TYPES],
  check: (stack, settings) => [
    ...absence(stack, settings, [ACCOUNT], "an aws.securityhub.Account"),
    ...(stack.ofType("aws:securityhub/standardsSubscription:StandardsSubscription").length > 0
      ? []
      : stack.ofType(ACCOUNT).flatMap(({ urn, props }) =>
          judgeSwitch(props, "enableDefaultStandards", { required: true, absent: true }).map((finding) => ({ urn, ...finding })),
        )),
  ],
});
