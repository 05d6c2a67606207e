import { defineRule } from "../../engine/rule.ts";

const MINUTES = new Map([["seconds", 1 / 60], ["minutes", 1], ["hours", 60], ["days", 1440]]);

/** Each with the unit and the validity in minutes that AWS takes when they are not given. */
const TOKENS = [
  { token: "accessToken", property: "accessTokenValidity", unit: "hours", absent: 60, longest: 60 },
  { token: "idToken", property: "idTokenValidity", unit: "hours", absent: 60, longest: 60 },
  { token: "refreshToken", property: "refreshTokenValidity", unit: "days", absent: 43_200, longest: 1440 },
];

export const cognitoClientSessionsBounded = defineRule({
  name: "cognito-client-sessions-bounded",
  description: "Whoever signed in signs in again within a day, and a token that got away is worthless within an hour: automatic logoff.",
  severity: "medium",
  controls: [],
  citations: ["164.312(a)(2)(iii)", "164.312(d)"],
  remediation: [
    "Set accessTokenValidity and idTokenValidity to 60 minutes or less and refreshTokenValidity to 24 hours or less, with tokenValidityUnits.",
  ],
  url: "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html",
  resources: ["aws:cognito/userPoolClient:UserPoolClient", "aws:cognito/managedUserPoolClient:ManagedUserPoolClient"],
  check: ({ props }) => {
    const units = props.objects("tokenValidityUnits")[0];
    return TOKENS.flatMap(({ token, property, unit, absent, longest }) => {
      const given = units?.string(token) ?? unit;
      const validity = props.number(property) ?? 0;
      // AWS reads 0 as "not given".
      const minutes = validity === 0 ? absent : validity * (MINUTES.get(given) ?? Infinity);
      return minutes <= longest ? [] : [{ property, found: `${String(minutes)} minutes`, required: `${String(longest)} minutes or less` }];
    });
  },
});
