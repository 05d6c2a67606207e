import { amiNotPublic } from "../../../../policypack/rules/ec2/ami-not-public.ts";
import { testRule } from "../../rule-tester.ts";

testRule(amiNotPublic, {
  compliant: [
    { props: { imageId: "ami-0a1b2c3d", organizationArn: "arn:aws:organizations::123456789012:organization/o-a1b2c3d4e5" } },
    { props: { imageId: "ami-0a1b2c3d", group: "none" } },
    { type: "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess", props: { state: "block-new-sharing" } },
  ],
  violating: [
    { why: "shared with everybody", props: { group: "all" }, property: "group", found: "all" },
    { why: "public sharing unblocked", props: { state: "unblocked" }, fixture: { type: "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess" }, property: "state", found: "unblocked" },
  ],
  unknown: [],
  presence: ["imageId", "organizationArn"],
});
