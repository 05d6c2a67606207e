import { ec2UserDataNoCredentials } from "../../../../policypack/rules/ec2/ec2-user-data-no-credentials.ts";
import { testRule } from "../../rule-tester.ts";

const script = "#!/bin/bash\nexport AWS_ACCESS_KEY_ID=" + ["AKIA", "ABCDEFGHIJKLMNOP"].join("") + "\n";
const base64 = Buffer.from(script).toString("base64");

testRule(ec2UserDataNoCredentials, {
  compliant: [{ props: { userData: Buffer.from("#!/bin/bash\nyum update -y\n").toString("base64") } }, { props: {} }],
  violating: [
    { why: "in plain text", fixture: { type: "aws:ec2/instance:Instance" }, props: { userData: script }, property: "userData", found: "an AWS access key" },
    { why: "in base64", props: { userData: base64 }, property: "userData", found: "an AWS access key" },
    { why: "in the other property", props: { userData: undefined, userDataBase64: base64 }, property: "userDataBase64", found: "an AWS access key" },
  ],
  unknown: ["userData"],
});
