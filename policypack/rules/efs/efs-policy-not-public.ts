import { isPublic } from "../../engine/policy-document-grants.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

export const efsPolicyNotPublic = defineRule({
  name: "efs-policy-not-public",
  description: 'The policy of a file system lets nobody in from anywhere; "*" is held to its mount targets or to known callers.',
  severity: "critical",
  citations: ["164.312(a)(1)"],
  controls: ["efs-not-public"],
  remediation: ['Name the principals, or hold "*" with Bool elasticfilesystem:AccessedViaMountTarget "true".'],
  url: "https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html",
  resources: ["aws:efs/fileSystemPolicy:FileSystemPolicy"],
  check: ({ props }) =>
    // A statement for mount targets alone is not public: only the VPC reaches them.
    judgeStatements(props, "policy", (statement, path) =>
      isPublic(statement) ? [{ property: `${path}.Principal`, found: "anyone", required: "named principals, or mount targets only" }] : [],
    ),
});
