import { defineStackRule } from "../../engine/rule.ts";

export const ecrImagesScanned = defineStackRule({
  name: "ecr-images-scanned",
  description: "Images are scanned for known weaknesses, by the repository on push or by the registry.",
  severity: "medium",
  controls: ["ecr-scan-on-push"],
  citations: ["164.308(a)(1)(ii)(A)", "164.308(a)(5)(ii)(B)"],
  remediation: [
    "Set imageScanningConfiguration.scanOnPush to true, or add an aws.ecr.RegistryScanningConfiguration with rules.",
  ],
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html",
  resources: ["aws:ecr/repository:Repository"],
  check: (stack) => {
    const isRegistryScanned = stack.ofType("aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration").some(({ props }) =>
      props.string("scanType") === "ENHANCED" || props.objects("rules").some((rule) => ["SCAN_ON_PUSH", "CONTINUOUS_SCAN"].includes(rule.string("scanFrequency") ?? "")),
    );
    return isRegistryScanned
      ? []
      : stack
          .ofType("aws:ecr/repository:Repository")
          .filter(({ props }) => props.objects("imageScanningConfiguration")[0]?.boolean("scanOnPush") !== true)
          .map(({ urn }) => ({ urn, property: "imageScanningConfiguration.scanOnPush", found: "images not scanned", required: "true" }));
  },
});
