import { resourceRegionAllowed } from "../../../../policypack/rules/residency/resource-region-allowed.ts";
import { testRule } from "../../rule-tester.ts";

testRule(resourceRegionAllowed, {
  compliant: [
    { type: "aws:s3/bucket:Bucket", props: { region: "us-west-2" }, provider: { region: "us-east-1" } },
    { type: "aws:iam/role:Role", props: {}, provider: { region: "us-east-1" } },
    { type: "aws:s3/bucket:Bucket", props: {}, provider: { region: "eu-central-1" }, configuration: { regions: ["eu-central-1"] } },
  ],
  violating: [
    { why: "a region of its own off the list", props: { region: "eu-central-1" }, property: "region", found: "eu-central-1" },
    { why: "a provider off the list", props: { region: undefined }, fixture: { provider: { region: "ap-south-1" } }, property: "region", found: "ap-south-1" },
    { why: "no region anywhere", props: { region: undefined }, fixture: { provider: {} }, property: "region", found: "nothing, so what the environment says" },
  ],
  unknown: ["region"],
});
