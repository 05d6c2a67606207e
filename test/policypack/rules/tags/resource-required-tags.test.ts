import { resourceRequiredTags } from "../../../../policypack/rules/tags/resource-required-tags.ts";
import { testRule } from "../../rule-tester.ts";

const tags = { Environment: "Production", Application: "Healthcare System", Owner: "platform", ManagedBy: "Pulumi", Compliance: "HIPAA" };

testRule(resourceRequiredTags, {
  compliant: [
    { type: "aws:s3/bucket:Bucket", props: { tagsAll: tags } },
    { type: "aws:lambda/function:Function", props: { tags: { ...tags, Environment: "Development" } } },
    { type: "aws:s3/bucket:Bucket", props: { tagsAll: { Team: "records" } }, configuration: { tags: ["Team"] } },
    { type: "aws:s3/bucket:Bucket", props: { tagsAll: tags }, configuration: { applications: ["Healthcare System", "Clinic"] } },
  ],
  violating: [
    {
      why: "an application that the configuration does not list",
      fixture: { configuration: { applications: ["Healthcare System", "Clinic"] } },
      props: { tagsAll: { ...tags, Application: "Payroll" } },
      property: "tagsAll.Application",
      found: "Payroll",
    },
    { why: "no tags", props: { tagsAll: undefined }, property: "tagsAll.Owner", found: "no such tag" },
    { why: "no owner", props: { tagsAll: { ...tags, Owner: "" } }, property: "tagsAll.Owner", found: "nothing" },
    { why: "an environment of another name", props: { tagsAll: { ...tags, Environment: "prod" } }, property: "tagsAll.Environment", found: "prod" },
    { why: "made by hand", props: { tagsAll: { ...tags, ManagedBy: "Console" } }, property: "tagsAll.ManagedBy", found: "Console" },
    { why: "another regime", props: { tagsAll: { ...tags, Compliance: "None" } }, property: "tagsAll.Compliance", found: "None" },
  ],
  unknown: ["tagsAll", "tagsAll.Environment"],
});
