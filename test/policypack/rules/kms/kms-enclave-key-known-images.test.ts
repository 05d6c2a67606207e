import { kmsEnclaveKeyKnownImages } from "../../../../policypack/rules/kms/kms-enclave-key-known-images.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const measurement = "ab".repeat(48);
const key = (value: unknown, name = "ImageSha384") => ({
  policy: policyText({
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::123456789012:role/enclave" },
    Action: "kms:Decrypt",
    Resource: "*",
    Condition: { StringEqualsIgnoreCase: { [`kms:RecipientAttestation:${name}`]: value } },
  }),
});
const unknownImage = { property: "policy.Statement[0].Condition", found: "a value of kms:recipientattestation:imagesha384 that is no known measurement" };

testRule(kmsEnclaveKeyKnownImages, {
  compliant: [
    { props: key(measurement) },
    { props: key([measurement, "CD".repeat(48)], "PCR0"), configuration: { goldenMeasurements: [measurement.toUpperCase(), "cd".repeat(48)] } },
    { props: {} },
  ],
  violating: [
    { why: "debug mode", props: key("0".repeat(96)), ...unknownImage },
    { why: "a pattern", props: key("*"), ...unknownImage },
    { why: "one of two", props: key([measurement, "ab"]), ...unknownImage },
    { why: "an image that is not on the list", fixture: { configuration: { goldenMeasurements: ["cd".repeat(48)] } }, props: key(measurement), ...unknownImage },
  ],
  unknown: ["policy"],
});
