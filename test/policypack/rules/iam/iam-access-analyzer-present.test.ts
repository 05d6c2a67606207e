import { iamAccessAnalyzerPresent } from "../../../../policypack/rules/iam/iam-access-analyzer-present.ts";
import { oncePerAccount } from "../../once-per-account.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const absent = { blamed: "bucket", property: "(stack)", found: "no external access analyzer" };

testStackRule(iamAccessAnalyzerPresent, {
  compliant: [
    { bucket: { type: "aws:s3/bucket:Bucket" }, analyzer: { type: "aws:accessanalyzer/analyzer:Analyzer", props: { analyzerName: "external", type: "ORGANIZATION" } } },
    { key: { type: "aws:kms/key:Key" }, analyzer: { type: "aws:accessanalyzer/analyzer:Analyzer", props: { analyzerName: "external" } } },
    { analyzer: { type: "aws:accessanalyzer/analyzer:Analyzer" } },
  ],
  violating: [
    { why: "none", change: { analyzer: null }, ...absent },
    { why: "of unused access only", change: { analyzer: { props: { type: "ACCOUNT_UNUSED_ACCESS" } } }, ...absent },
  ],
  unknown: [["analyzer", "type"]],
  configured: oncePerAccount({ bucket: { type: "aws:s3/bucket:Bucket" } }, "bucket", "(stack)", "no external access analyzer"),
});
