import { judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const transitGatewayNoAutoAccept = defineRule({
  name: "transit-gateway-no-auto-accept",
  description: "Transit gateways accept no attachment of another account by themselves.",
  severity: "high",
  citations: ["164.312(e)(1)"],
  controls: ["tgw-no-auto-accept"],
  remediation: ['Leave autoAcceptSharedAttachments at its default, "disable".'],
  url: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html",
  resources: ["aws:ec2transitgateway/transitGateway:TransitGateway"],
  check: ({ props }) => judgeText(props, "autoAcceptSharedAttachments", { allowed: ["disable"], absent: "disable" }),
});
