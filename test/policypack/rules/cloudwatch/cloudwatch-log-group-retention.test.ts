import { cloudwatchLogGroupRetention } from "../../../../policypack/rules/cloudwatch/cloudwatch-log-group-retention.ts";
import { testRule } from "../../rule-tester.ts";

const audit = { DataClassification: "audit", Environment: "Production" };

testRule(cloudwatchLogGroupRetention, {
  compliant: [
    { props: { retentionInDays: 2192, tagsAll: audit } },
    { props: { retentionInDays: 365, tagsAll: { ...audit, Environment: "Development" } } },
    { props: { retentionInDays: 365, tagsAll: { DataClassification: "operational" } } },
  ],
  violating: [
    { why: "evidence kept for a year", props: { retentionInDays: 365 }, property: "retentionInDays", found: "365 days" },
    { why: "a month", props: { retentionInDays: 30, tagsAll: {} }, property: "retentionInDays", found: "30 days" },
    { why: "evidence of development kept for a month", props: { retentionInDays: 30, tagsAll: { ...audit, Environment: "Development" } }, property: "retentionInDays", found: "30 days" },
    { why: "no end", props: { retentionInDays: undefined }, property: "retentionInDays", found: "nothing, so for ever" },
  ],
  unknown: ["retentionInDays", "tagsAll"],
});
