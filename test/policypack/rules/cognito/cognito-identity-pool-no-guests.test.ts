import { cognitoIdentityPoolNoGuests } from "../../../../policypack/rules/cognito/cognito-identity-pool-no-guests.ts";
import { testRule } from "../../rule-tester.ts";

testRule(cognitoIdentityPoolNoGuests, {
  compliant: [{ props: { allowUnauthenticatedIdentities: false } }, { props: {} }],
  violating: [{ why: "guests", props: { allowUnauthenticatedIdentities: true }, property: "allowUnauthenticatedIdentities", found: "true" }],
  unknown: ["allowUnauthenticatedIdentities"],
});
