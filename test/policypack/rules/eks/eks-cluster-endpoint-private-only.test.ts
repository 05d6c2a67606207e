import { eksClusterEndpointPrivateOnly } from "../../../../policypack/rules/eks/eks-cluster-endpoint-private-only.ts";
import { testRule } from "../../rule-tester.ts";

const vpcConfig = { endpointPublicAccess: false, endpointPrivateAccess: true, subnetIds: ["subnet-1", "subnet-2"] };

testRule(eksClusterEndpointPrivateOnly, {
  compliant: [{ props: { name: "main", vpcConfig } }],
  violating: [
    { why: "public as well", props: { vpcConfig: { ...vpcConfig, endpointPublicAccess: true } }, property: "vpcConfig.endpointPublicAccess", found: "a public endpoint" },
    { why: "not private", props: { vpcConfig: { ...vpcConfig, endpointPrivateAccess: false } }, property: "vpcConfig.endpointPrivateAccess", found: "no private endpoint" },
    { why: "as AWS makes it", props: { vpcConfig: { subnetIds: [] } }, property: "vpcConfig.endpointPublicAccess", found: "a public endpoint" },
    { why: "as AWS makes it, private", props: { vpcConfig: { subnetIds: [] } }, property: "vpcConfig.endpointPrivateAccess", found: "no private endpoint" },
  ],
  unknown: ["vpcConfig", "vpcConfig.endpointPublicAccess", "vpcConfig.endpointPrivateAccess"],
  presence: ["vpcConfig.subnetIds"],
});
