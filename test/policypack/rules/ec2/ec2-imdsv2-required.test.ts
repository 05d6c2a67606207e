import { ec2Imdsv2Required } from "../../../../policypack/rules/ec2/ec2-imdsv2-required.ts";
import { testRule } from "../../rule-tester.ts";

testRule(ec2Imdsv2Required, {
  compliant: [
    { props: { metadataOptions: { httpTokens: "required" } } },
    { props: { metadataOptions: { httpEndpoint: "disabled" } } },
    { type: "aws:ec2/instance:Instance", props: { launchTemplate: { id: "lt-1" } } },
    { type: "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", props: { httpTokens: "required" } },
  ],
  violating: [
    { why: "tokens optional", props: { metadataOptions: { httpTokens: "optional" } }, property: "metadataOptions.httpTokens", found: "optional" },
    { why: "tokens not given", props: { metadataOptions: { httpEndpoint: "enabled" } }, property: "metadataOptions.httpTokens", found: "nothing" },
    { why: "no options", props: { metadataOptions: undefined }, property: "metadataOptions.httpTokens", found: "nothing" },
    { why: "an instance", fixture: { type: "aws:ec2/instance:Instance" }, props: { metadataOptions: undefined }, property: "metadataOptions.httpTokens", found: "nothing" },
    {
      why: "an instance that undoes its template",
      fixture: { type: "aws:ec2/instance:Instance" },
      props: { launchTemplate: { id: "lt-1" }, metadataOptions: { httpTokens: "optional" } },
      property: "metadataOptions.httpTokens",
      found: "optional",
    },
    {
      why: "the default of the account",
      fixture: { type: "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults" },
      props: { metadataOptions: undefined, httpTokens: "no-preference" },
      property: "httpTokens",
      found: "no-preference",
    },
  ],
  unknown: ["metadataOptions", "metadataOptions.httpTokens"],
});
