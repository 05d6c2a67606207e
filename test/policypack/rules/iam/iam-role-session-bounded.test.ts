import { iamRoleSessionBounded } from "../../../../policypack/rules/iam/iam-role-session-bounded.ts";
import { testRule } from "../../rule-tester.ts";

const set = { type: "aws:ssoadmin/permissionSet:PermissionSet" };

testRule(iamRoleSessionBounded, {
  compliant: [
    { props: { maxSessionDuration: 14_400 } },
    { props: {} },
    { ...set, props: { sessionDuration: "PT4H" } },
    { ...set, props: { sessionDuration: "PT1H30M20S" } },
    { ...set, props: {} },
    { ...set, props: { sessionDuration: "PT240M" } },
    { ...set, props: { sessionDuration: "PT14400S" } },
    { props: { maxSessionDuration: 28_800 }, configuration: { longestSeconds: 28_800 } },
  ],
  violating: [
    { why: "a second too long", props: { maxSessionDuration: 14_401 }, property: "maxSessionDuration", found: "14401 seconds" },
    { why: "a working day", fixture: set, props: { sessionDuration: "PT8H" }, property: "sessionDuration", found: "28800 seconds" },
    { why: "a day", fixture: set, props: { sessionDuration: "P1D" }, property: "sessionDuration", found: "86400 seconds" },
    { why: "what cannot be read", fixture: set, props: { sessionDuration: "four hours" }, property: "sessionDuration", found: "Infinity seconds" },
    { why: "a minute too long", fixture: set, props: { sessionDuration: "PT241M" }, property: "sessionDuration", found: "14460 seconds" },
    { why: "many hours and a second", fixture: set, props: { sessionDuration: "PT12H1S" }, property: "sessionDuration", found: "43201 seconds" },
    { why: "days, hours and minutes", fixture: set, props: { sessionDuration: "P10DT1H2M" }, property: "sessionDuration", found: "867720 seconds" },
    { why: "something before it", fixture: set, props: { sessionDuration: "xPT1H" }, property: "sessionDuration", found: "Infinity seconds" },
    { why: "something after it", fixture: set, props: { sessionDuration: "PT1Hx" }, property: "sessionDuration", found: "Infinity seconds" },
  ],
  unknown: ["maxSessionDuration"],
});
