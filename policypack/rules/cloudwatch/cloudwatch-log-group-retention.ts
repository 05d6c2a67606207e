import { defineRule } from "../../engine/rule.ts";
import { holds, isDevelopment, SIX_YEARS_IN_DAYS } from "../../engine/tags.ts";

export const cloudwatchLogGroupRetention = defineRule({
  name: "cloudwatch-log-group-retention",
  description: "Log groups say how long they keep events: a year at least, six years outside development where they are evidence (S4-102, X-01).",
  severity: "medium",
  citations: ["164.312(b)", "164.316(b)(2)(i)"],
  controls: ["cloudwatch-log-group-retention"],
  remediation: ['Set retentionInDays to 365 or more, to 2192 or more for a log group tagged DataClassification "audit".'],
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  resources: ["aws:cloudwatch/logGroup:LogGroup"],
  check: ({ props }) => {
    const days = props.number("retentionInDays") ?? 0;
    const floor = holds(props, "audit") && !isDevelopment(props) ? SIX_YEARS_IN_DAYS : 365;
    return days >= floor
      ? []
      : [{ property: "retentionInDays", found: days === 0 ? "nothing, so for ever" : `${String(days)} days`, required: `at least ${String(floor)} days` }];
  },
});
