import { isExactly, issuersOf } from "../../engine/policy-document-federation.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

const GITHUB = "token.actions.githubusercontent.com";

export const iamTrustGithubOneBranch = defineRule({
  name: "iam-trust-github-one-branch",
  description: "A role for GitHub Actions is taken from named repositories, each at a named branch, tag or environment, never from pull requests.",
  severity: "high",
  controls: [],
  citations: ["164.308(a)(4)(i)", "164.308(a)(4)(ii)(B)", "164.312(a)(1)", "164.312(d)"],
  remediation: [
    'Use StringEquals on token.actions.githubusercontent.com:sub with "repo:<owner>/<name>:environment:<name>" or ":ref:refs/heads/<branch>", and on :aud with "sts.amazonaws.com".',
  ],
  url: "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws",
  resources: ["aws:iam/role:Role"],
  check: ({ props }) =>
    judgeStatements(props, "assumeRolePolicy", (statement, path) => {
      if (statement.effect !== "Allow" || !issuersOf(statement).includes(GITHUB)) {
        return [];
      }
      const isBound = isExactly(statement, `${GITHUB}:sub`, (value) => /^repo:[^*?:/]+\/[^*?:/]+:(?:environment:[^*?:]+|ref:refs\/(?:heads|tags)\/[^*?:]+)$/u.test(value));
      const isForSts = isExactly(statement, `${GITHUB}:aud`, (value) => value === "sts.amazonaws.com");
      return [
        ...(isBound ? [] : [{ property: `${path}.Condition`, found: "repositories and branches not named exactly", required: `StringEquals on ${GITHUB}:sub` }]),
        ...(isForSts ? [] : [{ property: `${path}.Condition`, found: "an audience not named exactly", required: `StringEquals on ${GITHUB}:aud` }]),
      ];
    }),
});
