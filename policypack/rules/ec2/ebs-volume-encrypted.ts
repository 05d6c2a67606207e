import type { Reader } from "../../engine/reader.ts";
import { defineRule, type Finding } from "../../engine/rule.ts";

const missing = (property: string): Finding => ({ property, found: "no volume, so the image's own, encrypted or not", required: "a volume with encrypted: true" });

function unencrypted(device: Reader, property: string): readonly Finding[] {
  return device.boolean("encrypted") === true ? [] : [{ property, found: "not encrypted", required: "true" }];
}

export const ebsVolumeEncrypted = defineRule({
  name: "ebs-volume-encrypted",
  description: "Every volume is encrypted: those of their own, and those that instances and launch templates bring.",
  severity: "high",
  controls: ["ebs-volume-encrypted"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(c)(2)", "164.312(e)(2)(ii)",
    "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  remediation: [
    "Set encrypted to true on the volume, on rootBlockDevice, on each of ebsBlockDevices or in blockDeviceMappings[].ebs.",
  ],
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
  resources: [
    "aws:ebs/volume:Volume",
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/instance:Instance",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
  ],
  check: ({ type, props }) => {
    if (type === "aws:ebs/volume:Volume") {
      return unencrypted(props, "encrypted");
    }
    if (type === "aws:ec2/launchTemplate:LaunchTemplate") {
      const mappings = props.objects("blockDeviceMappings").filter((mapping) => mapping.has("ebs"));
      return mappings.length === 0 ? [missing("blockDeviceMappings")] : mappings.flatMap((mapping) => unencrypted(mapping.object("ebs") ?? mapping, `${mapping.path}.ebs.encrypted`));
    }
    const root = props.object("rootBlockDevice");
    const others = props.objects("ebsBlockDevices");
    const rootFindings = root === undefined && !props.has("launchTemplate") ? [missing("rootBlockDevice")] : [];
    return [...rootFindings, ...[...(root === undefined ? [] : [root]), ...others].flatMap((device) => unencrypted(device, device.pathOf("encrypted")))];
  },
});
