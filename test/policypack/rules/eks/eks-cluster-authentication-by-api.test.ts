import { eksClusterAuthenticationByApi } from "../../../../policypack/rules/eks/eks-cluster-authentication-by-api.ts";
import { testRule } from "../../rule-tester.ts";

testRule(eksClusterAuthenticationByApi, {
  compliant: [{ props: { accessConfig: { authenticationMode: "API" } } }],
  violating: [
    { why: "both ways", props: { accessConfig: { authenticationMode: "API_AND_CONFIG_MAP" } }, property: "accessConfig.authenticationMode", found: "API_AND_CONFIG_MAP" },
    { why: "as AWS makes it", props: { accessConfig: undefined }, property: "accessConfig.authenticationMode", found: "nothing" },
  ],
  unknown: ["accessConfig", "accessConfig.authenticationMode"],
});
