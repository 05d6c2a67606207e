import { PolicyPack } from "@pulumi/policy";
import { toPolicy } from "./engine/policies.ts";
import { rules } from "./rules/index.ts";

new PolicyPack("hipaa", {
  displayName: "HIPAA Security Rule for AWS",
  description: "Blocks what would not stand up to the HIPAA Security Rule before it is created.",
  tags: ["HIPAA", "AWS"],
  policies: rules.map(toPolicy),
});
