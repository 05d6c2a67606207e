import { lambdaPermissionNotPublic } from "../../../../policypack/rules/lambda/lambda-permission-not-public.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const layer = { type: "aws:lambda/layerVersionPermission:LayerVersionPermission" };
const policy = (Principal: unknown) => ({ policy: policyText({ Effect: "Allow", Principal, Action: "lambda:InvokeFunction" }) });

testRule(lambdaPermissionNotPublic, {
  compliant: [
    { props: { principal: "events.amazonaws.com" } },
    { props: { principal: "*", principalOrgId: "o-exampleorg1" } },
    { ...layer, props: { principal: "*", organizationId: "o-exampleorg1" } },
    { type: "aws:lambda/resourcePolicy:ResourcePolicy", props: policy({ AWS: "123456789012" }) },
  ],
  violating: [
    { why: "a function for anyone", props: { principal: "*" }, property: "principal", found: "anyone" },
    { why: "a layer for anyone", fixture: layer, props: { principal: "*" }, property: "principal", found: "anyone" },
    { why: "by a policy", fixture: { type: "aws:lambda/resourcePolicy:ResourcePolicy" }, props: policy("*"), property: "policy.Statement[0].Principal", found: "anyone" },
  ],
  unknown: [],
  presence: ["principal"],
});
