import { transitGatewayNoAutoAccept } from "../../../../policypack/rules/ec2transitgateway/transit-gateway-no-auto-accept.ts";
import { testRule } from "../../rule-tester.ts";

testRule(transitGatewayNoAutoAccept, {
  compliant: [{ props: { autoAcceptSharedAttachments: "disable" } }, { props: {} }],
  violating: [{ why: "accepts any", props: { autoAcceptSharedAttachments: "enable" }, property: "autoAcceptSharedAttachments", found: "enable" }],
  unknown: ["autoAcceptSharedAttachments"],
});
