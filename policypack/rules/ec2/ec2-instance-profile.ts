import { judgePresence } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const ec2InstanceProfile = defineRule({
  name: "ec2-instance-profile",
  description: "Instances have an instance profile, so that nobody puts keys on them.",
  severity: "medium",
  controls: ["ec2-instance-profile"],
  citations: [
    "164.308(a)(3)(i)", "164.308(a)(3)(ii)(A)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)",
    "164.312(a)(1)",
  ],
  remediation: ["Set iamInstanceProfile, on the instance or in its launch template."],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html",
  resources: ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"],
  check: ({ props }) => (props.has("launchTemplate") ? [] : judgePresence(props, "iamInstanceProfile", "the name of an instance profile")),
});
