import { cognitoClientSessionsBounded } from "../../../../policypack/rules/cognito/cognito-client-sessions-bounded.ts";
import { testRule } from "../../rule-tester.ts";

const short = { accessTokenValidity: 15, idTokenValidity: 60, refreshTokenValidity: 12, tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "hours" } };

testRule(cognitoClientSessionsBounded, {
  compliant: [{ props: short }, { props: { refreshTokenValidity: 1 } }, { props: { ...short, accessTokenValidity: 1, tokenValidityUnits: { ...short.tokenValidityUnits, accessToken: "hours" } } }, { props: { accessTokenValidity: 1, refreshTokenValidity: 3600, tokenValidityUnits: [{ refreshToken: "seconds" }] } }],
  violating: [
    { why: "an access token for a day", props: { accessTokenValidity: 1, tokenValidityUnits: { ...short.tokenValidityUnits, accessToken: "days" } }, property: "accessTokenValidity", found: "1440 minutes" },
    { why: "an id token for two hours", props: { idTokenValidity: 120 }, property: "idTokenValidity", found: "120 minutes" },
    { why: "a session of two days", props: { refreshTokenValidity: 2, tokenValidityUnits: undefined, accessTokenValidity: 1, idTokenValidity: 1 }, property: "refreshTokenValidity", found: "2880 minutes" },
    { why: "a session as AWS makes it", props: { refreshTokenValidity: undefined }, property: "refreshTokenValidity", found: "43200 minutes" },
    { why: "a unit that does not exist", props: { tokenValidityUnits: { ...short.tokenValidityUnits, idToken: "years" } }, property: "idTokenValidity", found: "Infinity minutes" },
  ],
  unknown: ["accessTokenValidity", "refreshTokenValidity", "tokenValidityUnits"],
});
