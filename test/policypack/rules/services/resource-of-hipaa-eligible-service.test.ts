import { resourceOfHipaaEligibleService } from "../../../../policypack/rules/services/resource-of-hipaa-eligible-service.ts";
import { testRule } from "../../rule-tester.ts";

testRule(resourceOfHipaaEligibleService, {
  compliant: [
    { type: "aws:directoryservice/directory:Directory", props: { type: "MicrosoftAD" } },
    { type: "aws:s3/bucket:Bucket", props: {} },
    { type: "aws:iam/role:Role", props: {} },
    { type: "aws:codeartifact/repository:Repository", props: {}, configuration: { alsoAllowed: ["codeartifact"] } },
    { type: "aws:grafana/workspace:Workspace", props: { dataSources: ["CLOUDWATCH"] }, configuration: { alsoAllowed: ["grafana"] } },
  ],
  violating: [
    {
      why: "a service that is not on the list",
      fixture: { type: "aws:lightsail/instance:Instance" },
      property: "(type)",
      found: "the service lightsail, which is not on AWS's list of 2025-06-17",
    },
    {
      why: "Managed Grafana, until the stack's configuration of the pack names it (X-14)",
      fixture: { type: "aws:grafana/workspace:Workspace" },
      property: "(type)",
      found: "the service grafana, which is not on AWS's list of 2025-06-17",
    },
    { why: "the kind of directory that AWS leaves out", props: { type: "SimpleAD" }, property: "type", found: "SimpleAD" },
    { why: "that kind by default", props: { type: undefined }, property: "type", found: "SimpleAD" },
  ],
  unknown: ["type"],
});
