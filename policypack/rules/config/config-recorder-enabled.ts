import { absence, OWNING_STACKS } from "../../engine/account-services.ts";
import { DATA_STORE_TYPES } from "../../engine/data-stores.ts";
import { judgeSwitch } from "../../engine/expected-values.ts";
import { isGiven } from "../../engine/given-values.ts";
import { defineStackRule } from "../../engine/rule.ts";

const RECORDER = "aws:cfg/recorder:Recorder";

export const configRecorderEnabled = defineStackRule({
  name: "config-recorder-enabled",
  description: "AWS Config records every type of resource, is switched on and delivers what it records.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(A)"],
  controls: ["config-recorder-enabled"],
  remediation: ["Leave recordingGroup.allSupported at its default, true.", "Add an aws.cfg.RecorderStatus with isEnabled: true and the name of the recorder, and an aws.cfg.DeliveryChannel."],
  url: "https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html",
  parameters: OWNING_STACKS,
  resources: [RECORDER, ...DATA_STORE_TYPES],
  check: (stack, settings) => [
    ...absence(stack, settings, [RECORDER], "an aws.cfg.Recorder"),
    ...stack.ofType(RECORDER).flatMap((recorder) => {
      const { urn } = recorder;
      const on = stack.referringTo(recorder, "name", "aws:cfg/recorderStatus:RecorderStatus").some(({ props }) => props.boolean("isEnabled") === true);
      const delivers = stack.ofType("aws:cfg/deliveryChannel:DeliveryChannel").length > 0;
      return [
        ...(isGiven(recorder, "recordingGroup") ? judgeSwitch(recorder.props, "recordingGroup.allSupported", { required: true, absent: true }) : []),
        ...(on ? [] : [{ property: "(recorder)", found: "no aws.cfg.RecorderStatus that switches it on", required: "one with isEnabled: true" }]),
        ...(delivers ? [] : [{ property: "(recorder)", found: "no aws.cfg.DeliveryChannel", required: "one" }]),
      ].map((finding) => ({ urn, ...finding }));
    }),
  ],
});
