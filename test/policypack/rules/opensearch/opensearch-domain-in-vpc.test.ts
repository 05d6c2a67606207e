import { opensearchDomainInVpc } from "../../../../policypack/rules/opensearch/opensearch-domain-in-vpc.ts";
import { testRule } from "../../rule-tester.ts";

testRule(opensearchDomainInVpc, {
  compliant: [
    { props: { vpcOptions: { subnetIds: ["subnet-0a1b2c3d"], securityGroupIds: ["sg-0a1b2c3d"] } } },
    { type: "aws:elasticsearch/domain:Domain", props: { vpcOptions: { subnetIds: ["subnet-0a1b2c3d"] } } },
  ],
  violating: [
    { why: "a public endpoint", props: { vpcOptions: undefined }, property: "vpcOptions", found: "nothing, so a public endpoint" },
    { why: "no subnets", props: { vpcOptions: { securityGroupIds: ["sg-0a1b2c3d"] } }, property: "vpcOptions.subnetIds", found: "nothing" },
  ],
  unknown: ["vpcOptions"],
  presence: ["vpcOptions.subnetIds", "vpcOptions.securityGroupIds"],
});
