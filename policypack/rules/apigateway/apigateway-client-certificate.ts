import { judgePresence } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const apigatewayClientCertificate = defineRule({
  name: "apigateway-client-certificate",
  description: "A stage of a REST API shows its backend a client certificate.",
  severity: "medium",
  controls: ["apigw-client-certificate"],
  citations: ["164.312(a)(2)(iv)", "164.312(e)(1)", "164.312(e)(2)(i)", "164.312(e)(2)(ii)"],
  remediation: ["Add an aws.apigateway.ClientCertificate and set clientCertificateId."],
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html",
  resources: ["aws:apigateway/stage:Stage"],
  check: ({ props }) => judgePresence(props, "clientCertificateId", "the id of a client certificate"),
});
