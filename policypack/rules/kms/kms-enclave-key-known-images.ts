import { KEY_POLICY_TYPES } from "../../engine/policy-document-places.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

export const kmsEnclaveKeyKnownImages = defineRule({
  name: "kms-enclave-key-known-images",
  description: "Attestation compares with whole measurements of known images: 96 hexadecimal digits, not the zeros of an enclave in debug mode, and one of goldenMeasurements when the pack configures any.",
  severity: "high",
  controls: ["kms-enclave-pcr-golden-values"],
  citations: ["164.312(c)(1)"],
  remediation: ["Compare with the PCR0 or ImageSha384 that the build of the enclave image prints."],
  url: "https://docs.aws.amazon.com/enclaves/latest/user/set-up-attestation.html",
  parameters: { goldenMeasurements: { description: "The measurements (PCR0, ImageSha384) of the enclave images in use; any when empty.", default: [] } },
  resources: KEY_POLICY_TYPES,
  check: ({ props }, settings) => {
    const golden = new Set(settings.strings("goldenMeasurements").map((value) => value.toLowerCase()));
    const isKnown = (value: string) => /^[0-9a-f]{96}$/iu.test(value) && !/^0+$/u.test(value) && (golden.size === 0 || golden.has(value.toLowerCase()));
    return judgeStatements(props, "policy", ({ effect, conditions }, path) =>
      conditions
        .filter(({ key, values }) => effect === "Allow" && key.startsWith("kms:recipientattestation:") && !values.every(isKnown))
        .map(({ key }) => ({ property: `${path}.Condition`, found: `a value of ${key} that is no known measurement`, required: "96 hexadecimal digits of a known image" })),
    );
  },
});
