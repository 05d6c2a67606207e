import { credentialIn } from "../../engine/credentials.ts";
import { defineRule } from "../../engine/rule.ts";

export const ec2UserDataNoCredentials = defineRule({
  name: "ec2-user-data-no-credentials",
  description: "User data, which every process on the instance can read, holds no credentials.",
  severity: "critical",
  controls: ["ec2-no-secrets-in-user-data"],
  citations: ["164.308(a)(5)(ii)(D)", "164.312(d)"],
  remediation: ["Let the instance fetch secrets from Secrets Manager with its role when it starts."],
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html",
  resources: [
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/instance:Instance",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
  ],
  check: ({ props }) =>
    ["userData", "userDataBase64"].filter((property) => props.has(property)).flatMap((property) => {
      const text = props.string(property) ?? "";
      const credential = credentialIn(text) ?? credentialIn(Buffer.from(text, "base64").toString("utf8"));
      return credential === undefined ? [] : [{ property, found: credential, required: "no credential" }];
    }),
});
