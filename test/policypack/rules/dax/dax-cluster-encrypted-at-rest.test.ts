import { daxClusterEncryptedAtRest } from "../../../../policypack/rules/dax/dax-cluster-encrypted-at-rest.ts";
import { testRule } from "../../rule-tester.ts";

testRule(daxClusterEncryptedAtRest, {
  compliant: [{ props: { serverSideEncryption: { enabled: true } } }],
  violating: [
    { why: "switched off", props: { serverSideEncryption: { enabled: false } }, property: "serverSideEncryption.enabled", found: "false" },
    { why: "left to the default", props: { serverSideEncryption: undefined }, property: "serverSideEncryption.enabled", found: "nothing, so false" },
  ],
  unknown: ["serverSideEncryption", "serverSideEncryption.enabled"],
});
