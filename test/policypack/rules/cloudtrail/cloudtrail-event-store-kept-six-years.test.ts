import { cloudtrailEventStoreKeptSixYears } from "../../../../policypack/rules/cloudtrail/cloudtrail-event-store-kept-six-years.ts";
import { testRule } from "../../rule-tester.ts";

testRule(cloudtrailEventStoreKeptSixYears, {
  compliant: [{ props: { retentionPeriod: 2192, terminationProtectionEnabled: true } }, { props: {} }],
  violating: [
    { why: "a day short", props: { retentionPeriod: 2191 }, property: "retentionPeriod", found: "2191 days" },
    { why: "unprotected", props: { terminationProtectionEnabled: false }, property: "terminationProtectionEnabled", found: "false" },
  ],
  unknown: ["retentionPeriod", "terminationProtectionEnabled"],
});
