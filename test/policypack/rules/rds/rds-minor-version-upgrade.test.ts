import { rdsMinorVersionUpgrade } from "../../../../policypack/rules/rds/rds-minor-version-upgrade.ts";
import { testRule } from "../../rule-tester.ts";

testRule(rdsMinorVersionUpgrade, {
  compliant: [{ props: { autoMinorVersionUpgrade: true } }, { props: {} }],
  violating: [{ why: "upgrades switched off", props: { autoMinorVersionUpgrade: false }, property: "autoMinorVersionUpgrade", found: "false" }],
  unknown: ["autoMinorVersionUpgrade"],
});
