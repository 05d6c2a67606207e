import { sagemakerNotebookNoDirectInternet } from "../../../../policypack/rules/sagemaker/sagemaker-notebook-no-direct-internet.ts";
import { testRule } from "../../rule-tester.ts";

testRule(sagemakerNotebookNoDirectInternet, {
  compliant: [{ props: { directInternetAccess: "Disabled", subnetId: "subnet-0a1b2c3d" } }],
  violating: [
    { why: "direct access", props: { directInternetAccess: "Enabled" }, property: "directInternetAccess", found: "Enabled" },
    { why: "left to the default", props: { directInternetAccess: undefined }, property: "directInternetAccess", found: "nothing, so Enabled" },
  ],
  unknown: ["directInternetAccess"],
});
