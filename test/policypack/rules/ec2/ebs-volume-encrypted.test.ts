import { ebsVolumeEncrypted } from "../../../../policypack/rules/ec2/ebs-volume-encrypted.ts";
import { testRule } from "../../rule-tester.ts";

const template = { type: "aws:ec2/launchTemplate:LaunchTemplate" };
const instance = { type: "aws:ec2/instance:Instance" };
const mapping = (change: object) => ({ blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", ...change } }] });

testRule(ebsVolumeEncrypted, {
  compliant: [
    { props: { size: 8, encrypted: true } },
    { ...template, props: mapping({}) },
    { ...template, props: { blockDeviceMappings: [...mapping({}).blockDeviceMappings, { deviceName: "/dev/sdb", noDevice: "true" }] } },
    { ...instance, props: { rootBlockDevice: { encrypted: true }, ebsBlockDevices: [{ encrypted: true }] } },
    { ...instance, props: { launchTemplate: { id: "lt-1" } } },
  ],
  violating: [
    { why: "a volume", props: { encrypted: false }, property: "encrypted", found: "not encrypted" },
    { why: "a volume that does not say", props: { encrypted: undefined }, property: "encrypted", found: "not encrypted" },
    { why: "a template", fixture: template, props: mapping({ encrypted: "false" }), property: "blockDeviceMappings[0].ebs.encrypted", found: "not encrypted" },
    { why: "a template that does not say", fixture: template, props: mapping({ encrypted: undefined }), property: "blockDeviceMappings[0].ebs.encrypted", found: "not encrypted" },
    { why: "a template without volumes", fixture: template, property: "blockDeviceMappings", found: "no volume, so the image's own, encrypted or not" },
    { why: "an instance's root", fixture: instance, props: { rootBlockDevice: { volumeSize: 8 } }, property: "rootBlockDevice.encrypted", found: "not encrypted" },
    { why: "an instance that does not say", fixture: instance, property: "rootBlockDevice", found: "no volume, so the image's own, encrypted or not" },
    {
      why: "an instance's second volume",
      fixture: instance,
      props: { rootBlockDevice: { encrypted: true }, ebsBlockDevices: [{ deviceName: "/dev/sdb" }] },
      property: "ebsBlockDevices[0].encrypted",
      found: "not encrypted",
    },
  ],
  unknown: ["encrypted"],
});
