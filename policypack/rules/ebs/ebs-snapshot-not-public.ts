import { isLeftToAnotherStack, SETTING_STACKS } from "../../engine/account-services.ts";
import { defineStackRule } from "../../engine/rule.ts";

/** What makes volumes, and so snapshots of them. */
const MACHINES = ["aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/launchConfiguration:LaunchConfiguration", "aws:ebs/volume:Volume"];

const BLOCK = "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess";
const SHARE = "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission";

export const ebsSnapshotNotPublic = defineStackRule({
  name: "ebs-snapshot-not-public",
  description: "In a stack with machines, the account blocks public sharing of snapshots, and none is shared with everyone.",
  severity: "critical",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)",
  ],
  controls: ["ebs-snapshot-not-public"],
  remediation: ['Add an ebs.SnapshotBlockPublicAccess with state "block-all-sharing".'],
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html",
  resources: [...MACHINES, BLOCK, SHARE],
  parameters: SETTING_STACKS,
  check: (stack, settings) => {
    const blocks = stack.ofType(BLOCK);
    const [machine] = stack.ofType(...MACHINES);
    const required = '"block-all-sharing"';
    return [
      ...(blocks.length === 0 && machine !== undefined && !isLeftToAnotherStack(stack, settings) ? [{ urn: machine.urn, property: "encrypted", found: "no SnapshotBlockPublicAccess in the stack", required }] : []),
      ...blocks.flatMap(({ urn, props }) => {
        const state = props.string("state") ?? "nothing";
        return state === "block-all-sharing" ? [] : [{ urn, property: "state", found: state, required }];
      }),
      ...stack.ofType(SHARE).flatMap(({ urn, props }) => (props.string("accountId") === "all" ? [{ urn, property: "accountId", found: "all", required: "an account" }] : [])),
    ];
  },
});
