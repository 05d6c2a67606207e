import { ebsSnapshotNotPublic } from "../../../../policypack/rules/ebs/ebs-snapshot-not-public.ts";
import { oncePerAccount } from "../../once-per-account.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const host = { type: "aws:ec2/launchTemplate:LaunchTemplate" };
const block = { type: "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", props: { state: "block-all-sharing" } };
const share = { type: "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", props: { accountId: "123456789012", snapshotId: "snap-1" } };

testStackRule(ebsSnapshotNotPublic, {
  compliant: [{ host, block, share }, { share }],
  violating: [
    { why: "no block", change: { block: null }, blamed: "host", property: "encrypted", found: "no SnapshotBlockPublicAccess in the stack" },
    { why: "old shares stay", change: { block: { props: { state: "block-new-sharing" } } }, blamed: "block", property: "state", found: "block-new-sharing" },
    { why: "unblocked", change: { block: { props: { state: "unblocked" } } }, blamed: "block", property: "state", found: "unblocked" },
    { why: "shared with everyone", change: { share: { props: { accountId: "all" } } }, blamed: "share", property: "accountId", found: "all" },
  ],
  unknown: [
    ["block", "state"],
    ["share", "accountId"],
  ],
  configured: oncePerAccount({ host }, "host", "encrypted", "no SnapshotBlockPublicAccess in the stack"),
});
