import { classicLbCrossZone } from "../../../../policypack/rules/elb/classic-lb-cross-zone.ts";
import { testRule } from "../../rule-tester.ts";

testRule(classicLbCrossZone, {
  compliant: [{ props: { crossZoneLoadBalancing: true } }, { props: {} }],
  violating: [{ why: "off", props: { crossZoneLoadBalancing: false }, property: "crossZoneLoadBalancing", found: "false" }],
  unknown: ["crossZoneLoadBalancing"],
});
