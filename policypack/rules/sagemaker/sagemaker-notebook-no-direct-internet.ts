import { judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const sagemakerNotebookNoDirectInternet = defineRule({
  name: "sagemaker-notebook-no-direct-internet",
  description: "SageMaker notebooks reach the internet only by way of the VPC, if at all.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)"],
  controls: ["sagemaker-notebook-no-internet"],
  remediation: ['Set directInternetAccess: "Disabled", with subnetId and securityGroups of the VPC.'],
  url: "https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html",
  resources: ["aws:sagemaker/notebookInstance:NotebookInstance"],
  check: ({ props }) => judgeText(props, "directInternetAccess", { allowed: ["Disabled"], absent: "Enabled" }),
});
