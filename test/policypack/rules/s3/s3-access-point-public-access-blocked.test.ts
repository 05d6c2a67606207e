import { s3AccessPointPublicAccessBlocked } from "../../../../policypack/rules/s3/s3-access-point-public-access-blocked.ts";
import { testRule } from "../../rule-tester.ts";

testRule(s3AccessPointPublicAccessBlocked, {
  compliant: [{ props: { publicAccessBlockConfiguration: { blockPublicAcls: true, blockPublicPolicy: true } } }, { props: {} }],
  violating: [
    {
      why: "public policies may be set",
      props: { publicAccessBlockConfiguration: { blockPublicAcls: true, blockPublicPolicy: false } },
      property: "publicAccessBlockConfiguration.blockPublicPolicy",
      found: "false",
    },
  ],
  unknown: ["publicAccessBlockConfiguration", "publicAccessBlockConfiguration.blockPublicPolicy"],
});
