import { isExactly, issuersOf } from "../../engine/policy-document-federation.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

export const iamTrustIrsaOneServiceAccount = defineRule({
  name: "iam-trust-irsa-one-service-account",
  description: "A role for a Kubernetes workload is taken by one service account of the cluster that it names: sub and aud are compared exactly, with that cluster's issuer.",
  severity: "high",
  controls: [],
  citations: ["164.308(a)(4)(i)", "164.308(a)(4)(ii)(B)", "164.312(a)(1)", "164.312(d)"],
  remediation: [
    'Use StringEquals on <issuer>:sub with "system:serviceaccount:<namespace>:<name>" and on <issuer>:aud with "sts.amazonaws.com".',
  ],
  url: "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html",
  resources: ["aws:iam/role:Role"],
  check: ({ props }) =>
    judgeStatements(props, "assumeRolePolicy", (statement, path) => {
      const issuers = statement.effect === "Allow" ? issuersOf(statement).filter((issuer) => issuer.includes("oidc.eks.")) : [];
      return issuers.flatMap((issuer) => {
        const isOne = isExactly(statement, `${issuer}:sub`, (value) => /^system:serviceaccount:[a-z0-9-]+:[a-z0-9.-]+$/u.test(value));
        const isForSts = isExactly(statement, `${issuer}:aud`, (value) => value === "sts.amazonaws.com");
        return [
          ...(isOne ? [] : [{ property: `${path}.Condition`, found: "service accounts not named exactly", required: `StringEquals on ${issuer}:sub` }]),
          ...(isForSts ? [] : [{ property: `${path}.Condition`, found: "an audience not named exactly", required: `StringEquals on ${issuer}:aud` }]),
        ];
      });
    }),
});
