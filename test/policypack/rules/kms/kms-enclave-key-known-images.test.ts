import { kmsEnclaveKeyKnownImages } from "../../../../policypack/rules/kms/kms-enclave-key-known-images.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const measurement = "ab".repeat(48);
const key = (value: unknown, name = "RecipientAttestation:ImageSha384", Effect = "Allow") => ({
  policy: policyText({
    Effect,
    Principal: { AWS: "arn:aws:iam::123456789012:role/enclave" },
    Action: "kms:Decrypt",
    Resource: "*",
    Condition: { StringEqualsIgnoreCase: { [`kms:${name}`]: value } },
  }),
});
const unknownImage = { property: "policy.Statement[0].Condition", found: "a value of kms:recipientattestation:imagesha384 that is no known measurement" };

testRule(kmsEnclaveKeyKnownImages, {
  compliant: [
    { props: key(measurement) },
    { props: key([measurement, "CD".repeat(48)], "RecipientAttestation:PCR0"), configuration: { goldenMeasurements: [measurement.toUpperCase(), "cd".repeat(48)] } },
    { props: {} },
    { props: key(`0${"ab".repeat(47)}0`) },
    { props: key("alias/records", "ResourceAliases") },
    { props: key("0".repeat(96), "RecipientAttestation:ImageSha384", "Deny") },
  ],
  violating: [
    { why: "debug mode", props: key("0".repeat(96)), ...unknownImage },
    { why: "a pattern", props: key("*"), ...unknownImage },
    { why: "one of two", props: key([measurement, "ab"]), ...unknownImage },
    { why: "an image that is not on the list", fixture: { configuration: { goldenMeasurements: ["cd".repeat(48)] } }, props: key(measurement), ...unknownImage },
    { why: "something before it", props: key(`x${measurement}`), ...unknownImage },
    { why: "something after it", props: key(`${measurement}x`), ...unknownImage },
  ],
  unknown: ["policy"],
});
