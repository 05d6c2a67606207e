import { accountSecurityContactPresent } from "../../../../policypack/rules/account/account-security-contact-present.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const contact = (alternateContactType: string) => ({ type: "aws:account/alternativeContact:AlternativeContact", props: { alternateContactType, emailAddress: "soc@example.org" } });
const security = contact("SECURITY");
const billing = contact("BILLING");
const bucket = { type: "aws:s3/bucket:Bucket" };
const absent = { property: "(stack)", found: "no contact for security" };

testStackRule(accountSecurityContactPresent, {
  compliant: [{ security, billing }, { bucket }],
  violating: [{ why: "contacts for other matters only", change: { security: null }, blamed: "billing", ...absent }],
  unknown: [["billing", "alternateContactType"]],
  presence: [["security", "emailAddress"]],
  configured: [
    { why: "the stack that must name one does not", stack: { bucket }, configuration: { owningStacks: ["test/test"] }, finding: { blamed: "bucket", ...absent } },
    { why: "it does", stack: { bucket, security }, configuration: { owningStacks: ["test/test"] } },
    { why: "another stack must", stack: { bucket }, configuration: { owningStacks: ["test/prod"] } },
  ],
});
