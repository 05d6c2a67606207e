import { defineRule } from "../../engine/rule.ts";
import { unrecordedManagementEvents } from "../../engine/trail-events.ts";

export const cloudtrailManagementEvents = defineRule({
  name: "cloudtrail-management-events",
  description: "Trails record every management event, reads and calls to KMS included; calls to models of Bedrock are among them.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"],
  controls: ["cloudtrail-management-events", "cloudtrail-bedrock-events"],
  remediation: [
    'Leave event selectors out, or give one with readWriteType "All" and no excludeManagementEventSources; of advanced ones, one whose only field is eventCategory "Management".',
  ],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html",
  resources: ["aws:cloudtrail/trail:Trail"],
  check: ({ props }) =>
    unrecordedManagementEvents(props).map((found) => ({
      property: props.isEmpty("advancedEventSelectors") ? "eventSelectors" : "advancedEventSelectors",
      found: `not recorded: ${found}`,
      required: "every management event",
    })),
});
