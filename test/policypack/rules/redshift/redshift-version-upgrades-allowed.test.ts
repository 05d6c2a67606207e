import { redshiftVersionUpgradesAllowed } from "../../../../policypack/rules/redshift/redshift-version-upgrades-allowed.ts";
import { testRule } from "../../rule-tester.ts";

testRule(redshiftVersionUpgradesAllowed, {
  compliant: [{ props: { allowVersionUpgrade: true } }, { props: {} }],
  violating: [{ why: "upgrades refused", props: { allowVersionUpgrade: false }, property: "allowVersionUpgrade", found: "false" }],
  unknown: ["allowVersionUpgrade"],
});
