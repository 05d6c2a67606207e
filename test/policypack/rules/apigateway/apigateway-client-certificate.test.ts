import { apigatewayClientCertificate } from "../../../../policypack/rules/apigateway/apigateway-client-certificate.ts";
import { testRule } from "../../rule-tester.ts";

testRule(apigatewayClientCertificate, {
  compliant: [{ props: { stageName: "v1", clientCertificateId: "a1b2c3" } }],
  violating: [{ why: "none", props: { clientCertificateId: undefined }, property: "clientCertificateId", found: "nothing" }],
  unknown: [],
  presence: ["clientCertificateId"],
});
