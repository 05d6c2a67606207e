import { absence, OWNING_STACKS } from "../../engine/account-services.ts";
import { DATA_STORE_TYPES } from "../../engine/data-stores.ts";
import { judgeText } from "../../engine/expected-values.ts";
import { isGiven } from "../../engine/given-values.ts";
import { defineStackRule } from "../../engine/rule.ts";

const ACCOUNT = "aws:macie2/account:Account";

export const macieEnabled = defineStackRule({
  name: "macie-enabled",
  description: "Macie is switched on, so that PHI outside its places is found.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(A)"],
  controls: ["macie-enabled"],
  remediation: ['Leave status at its default, "ENABLED".'],
  url: "https://docs.aws.amazon.com/macie/latest/user/getting-started.html",
  parameters: OWNING_STACKS,
  resources: [ACCOUNT, ...DATA_STORE_TYPES],
  check: (stack, settings) => [
    ...absence(stack, settings, [ACCOUNT], "an aws.macie2.Account"),
    ...stack
      .ofType(ACCOUNT)
      .filter((account) => isGiven(account, "status"))
      .flatMap(({ urn, props }) => judgeText(props, "status", { allowed: ["ENABLED"] }).map((finding) => ({ urn, ...finding }))),
  ],
});
