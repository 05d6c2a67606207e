import { ec2MetadataDefaultsImdsv2 } from "../../../../policypack/rules/ec2/ec2-metadata-defaults-imdsv2.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const type = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";
const defaults = { type, props: { httpTokens: "required", httpPutResponseHopLimit: 1 } };
const volume = { type: "aws:ebs/volume:Volume" };

testStackRule(ec2MetadataDefaultsImdsv2, {
  compliant: [{ defaults }, { volume }],
  violating: [
    { why: "answers without a token", change: { defaults: { props: { httpTokens: "optional" } } }, blamed: "defaults", property: "httpTokens", found: "optional" },
    { why: "left to whoever starts one", change: { defaults: { props: { httpTokens: undefined } } }, blamed: "defaults", property: "httpTokens", found: "nothing, so no-preference" },
  ],
  unknown: [["defaults", "httpTokens"]],
  presence: [["defaults", "httpPutResponseHopLimit"]],
  configured: [
    { why: "the stack that must set it does not", stack: { volume }, configuration: { owningStacks: ["test/test"] }, finding: { blamed: "volume", property: "(stack)", found: `no ${type}` } },
    { why: "another stack must", stack: { volume }, configuration: { owningStacks: ["test/prod", "other/test"] } },
  ],
});
