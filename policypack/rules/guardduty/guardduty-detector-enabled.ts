import { absence, OWNING_STACKS } from "../../engine/account-services.ts";
import { DATA_STORE_TYPES } from "../../engine/data-stores.ts";
import { judgeSwitch, judgeText } from "../../engine/expected-values.ts";
import { isGiven } from "../../engine/given-values.ts";
import { DETECTOR } from "../../engine/guardduty-features.ts";
import { defineStackRule } from "../../engine/rule.ts";

const FREQUENCY = "findingPublishingFrequency";
const SIX_HOURS = { property: FREQUENCY, found: "nothing, so SIX_HOURS", required: '"FIFTEEN_MINUTES" or "ONE_HOUR"' };

export const guarddutyDetectorEnabled = defineStackRule({
  name: "guardduty-detector-enabled",
  description: "GuardDuty is switched on, and publishes findings at least hourly.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(A)", "164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(5)(ii)(C)", "164.308(a)(6)(i)", "164.308(a)(6)(ii)",
    "164.308(a)(8)", "164.312(b)", "164.312(e)(2)(i)",
  ],
  controls: ["guardduty-enabled"],
  remediation: ['Leave enable at its default, true, and set findingPublishingFrequency to "FIFTEEN_MINUTES" or "ONE_HOUR".'],
  url: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html",
  parameters: OWNING_STACKS,
  resources: [DETECTOR, ...DATA_STORE_TYPES],
  check: (stack, settings) => [
    ...absence(stack, settings, [DETECTOR], "an aws.guardduty.Detector"),
    ...stack.ofType(DETECTOR).flatMap((detector) => [
      ...judgeSwitch(detector.props, "enable", { required: true, absent: true }),
      ...(isGiven(detector, FREQUENCY) ? judgeText(detector.props, FREQUENCY, { allowed: ["FIFTEEN_MINUTES", "ONE_HOUR"] }) : [SIX_HOURS]),
    ].map((finding) => ({ urn: detector.urn, ...finding }))),
  ],
});
