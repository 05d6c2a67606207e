import { cognitoUserPoolMfaRequired } from "../../../../policypack/rules/cognito/cognito-user-pool-mfa-required.ts";
import { testRule } from "../../rule-tester.ts";

testRule(cognitoUserPoolMfaRequired, {
  compliant: [{ props: { mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } } }],
  violating: [
    { why: "for those who want it", props: { mfaConfiguration: "OPTIONAL" }, property: "mfaConfiguration", found: "OPTIONAL" },
    { why: "as AWS makes it", props: { mfaConfiguration: undefined }, property: "mfaConfiguration", found: "nothing, so OFF" },
  ],
  unknown: ["mfaConfiguration"],
});
