import { restrictsCaller } from "../../engine/policy-document-conditions.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

const SENDERS = new Set([
  "bedrock", "comprehend", "dlm", "ecs-tasks", "fis", "monitoring.rds", "personalize", "sagemaker", "scheduler", "ssm", "states", "transcribe",
  "transfer", "vpc-flow-logs",
]);

export const iamTrustPolicyServiceScoped = defineRule({
  name: "iam-trust-policy-service-scoped",
  description: "A service that says for whom it acts may take a role only for a named account or resource; judged for the services that AWS documents to send aws:SourceAccount or aws:SourceArn.",
  severity: "medium",
  controls: ["iam-trust-confused-deputy-condition"],
  citations: ["164.308(a)(4)(i)", "164.312(a)(1)"],
  remediation: ["Add StringEquals on aws:SourceAccount with your account, or ArnLike on aws:SourceArn."],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  resources: ["aws:iam/role:Role"],
  check: ({ props }) =>
    judgeStatements(props, "assumeRolePolicy", ({ effect, principals, conditions }, path) => {
      const services = (principals ?? []).filter(({ kind, value }) => kind === "Service" && SENDERS.has(value.split(".amazonaws.")[0] ?? "")).map(({ value }) => value);
      return effect === "Allow" && services.length > 0 && !restrictsCaller(conditions)
        ? [{ property: `${path}.Condition`, found: `${services.join(", ")} for anyone's resources`, required: "aws:SourceAccount or aws:SourceArn with a fixed account" }]
        : [];
    }),
});
