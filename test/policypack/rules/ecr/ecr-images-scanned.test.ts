import { ecrImagesScanned } from "../../../../policypack/rules/ecr/ecr-images-scanned.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const repository = (scanOnPush?: boolean) => ({ type: "aws:ecr/repository:Repository", props: { imageScanningConfiguration: { scanOnPush } } });
const registry = (props: object) => ({ type: "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration", props: { rules: [], ...props } });
const unscanned = { blamed: "api", property: "imageScanningConfiguration.scanOnPush", found: "images not scanned" };

testStackRule(ecrImagesScanned, {
  compliant: [
    { api: repository(true) },
    { api: repository(false), registry: registry({ scanType: "ENHANCED" }) },
    { api: repository(), registry: registry({ scanType: "BASIC", rules: [{ scanFrequency: "SCAN_ON_PUSH" }] }) },
    { api: repository(), registry: registry({ scanType: "BASIC", rules: [{ scanFrequency: "MANUAL" }, { scanFrequency: "CONTINUOUS_SCAN" }] }) },
  ],
  violating: [
    { why: "off", change: { api: repository(false) }, ...unscanned },
    { why: "as AWS makes it", change: { api: { props: { imageScanningConfiguration: undefined } } }, ...unscanned },
    { why: "a registry that scans on request", change: { api: repository(false), registry: registry({ scanType: "BASIC", rules: [{ scanFrequency: "MANUAL" }] }) }, ...unscanned },
  ],
  unknown: [["api", "imageScanningConfiguration"]],
});
