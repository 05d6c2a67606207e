import { isLeftToAnotherStack, SETTING_STACKS } from "../../engine/account-services.ts";
import { defineStackRule } from "../../engine/rule.ts";

/** What makes volumes, and so snapshots of them. */
const MACHINES = ["aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/launchConfiguration:LaunchConfiguration", "aws:ebs/volume:Volume"];

const SETTING = "aws:ebs/encryptionByDefault:EncryptionByDefault";

export const ebsEncryptionByDefault = defineStackRule({
  name: "ebs-encryption-by-default",
  description: "In a stack with machines, the account encrypts every new volume, whoever makes it.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(e)(2)(ii)", "164.314(b)(1)",
    "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["ebs-encryption-by-default"],
  remediation: ["Add an ebs.EncryptionByDefault in the region."],
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html",
  resources: [...MACHINES, SETTING],
  parameters: SETTING_STACKS,
  check: (stack, settings) => {
    const switches = stack.ofType(SETTING);
    const [machine] = stack.ofType(...MACHINES);
    return switches.length === 0 && machine !== undefined && !isLeftToAnotherStack(stack, settings)
      ? [{ urn: machine.urn, property: "encrypted", found: "no EncryptionByDefault in the stack", required: "one" }]
      : switches.flatMap(({ urn, props }) => (props.boolean("enabled") === false ? [{ urn, property: "enabled", found: "false", required: "true" }] : []));
  },
});
