import { daxClusterTlsEndpoint } from "../../../../policypack/rules/dax/dax-cluster-tls-endpoint.ts";
import { testRule } from "../../rule-tester.ts";

testRule(daxClusterTlsEndpoint, {
  compliant: [{ props: { clusterEndpointEncryptionType: "TLS" } }],
  violating: [
    { why: "plain text", props: { clusterEndpointEncryptionType: "NONE" }, property: "clusterEndpointEncryptionType", found: "NONE" },
    { why: "left to the default", props: { clusterEndpointEncryptionType: undefined }, property: "clusterEndpointEncryptionType", found: "nothing, so NONE" },
  ],
  unknown: ["clusterEndpointEncryptionType"],
});
