import { rdsEnhancedMonitoring } from "../../../../policypack/rules/rds/rds-enhanced-monitoring.ts";
import { testRule } from "../../rule-tester.ts";

testRule(rdsEnhancedMonitoring, {
  compliant: [{ props: { monitoringInterval: 60 } }, { type: "aws:rds/clusterInstance:ClusterInstance", props: { monitoringInterval: 1 } }],
  violating: [
    { why: "off", props: { monitoringInterval: 0 }, property: "monitoringInterval", found: "0 seconds, so off" },
    { why: "left to the default", props: { monitoringInterval: undefined }, property: "monitoringInterval", found: "0 seconds, so off" },
  ],
  unknown: ["monitoringInterval"],
});
