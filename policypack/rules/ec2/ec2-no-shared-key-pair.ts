import { judgePresence } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

/** Where each type names its key pair. */
const KEY_PAIRS: Readonly<Record<string, string>> = {
  "aws:ec2/instance:Instance": "keyName",
  "aws:ec2/launchTemplate:LaunchTemplate": "keyName",
  "aws:ec2/launchConfiguration:LaunchConfiguration": "keyName",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": "keyName",
  "aws:eks/nodeGroup:NodeGroup": "remoteAccess.ec2SshKey",
  "aws:emr/cluster:Cluster": "ec2Attributes.keyName",
};

export const ec2NoSharedKeyPair = defineRule({
  name: "ec2-no-shared-key-pair",
  description: "Nobody logs in to machines with a key pair, which people share and which names nobody.",
  severity: "high",
  citations: ["164.308(a)(5)(ii)(D)", "164.312(a)(2)(i)", "164.312(d)"],
  controls: [],
  remediation: ["Leave the key pair out and log in by Session Manager, as oneself and on record."],
  url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
  resources: Object.keys(KEY_PAIRS),
  check: ({ type, props }) => {
    const path = KEY_PAIRS[type] ?? "keyName";
    return judgePresence(props, path, "").length > 0 ? [] : [{ property: path, found: "a key pair", required: "none" }];
  },
});
