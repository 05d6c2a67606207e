import { isGiven } from "./given-values.ts";
import type { Reader } from "./reader.ts";
import type { JudgedStack, StackFinding, StackResource } from "./rule.ts";

export const DETECTOR = "aws:guardduty/detector:Detector";

const FEATURE = "aws:guardduty/detectorFeature:DetectorFeature";
const ORGANIZATION_FEATURE = "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature";

/** A protection plan of GuardDuty. */
export interface Protection {
  /** Names of the feature, any of which switches it on, such as `S3_DATA_EVENTS`. */
  readonly features: readonly [string, ...string[]];
  /** The older switch on the detector itself, below `datasources`, such as `s3Logs.enable`. */
  readonly datasource?: string;
}

/** A finding for every detector on which the protection is not switched on. */
export function detectorsWithout(stack: JudgedStack, protection: Protection): readonly StackFinding[] {
  return stack.ofType(DETECTOR).flatMap((detector) => {
    if (switchedOn(stack, detector, protection) || (protection.datasource !== undefined && inDatasources(detector, protection.datasource))) {
      return [];
    }
    const [feature] = protection.features;
    return [{ urn: detector.urn, property: "(detector)", found: `no ${feature}`, required: `an aws.guardduty.DetectorFeature ${feature} with status "ENABLED"` }];
  });
}

function switchedOn(stack: JudgedStack, detector: StackResource, { features }: Protection): boolean {
  const named = (candidate: StackResource): boolean => features.includes(candidate.props.string("name") ?? "");
  return (
    stack.referringTo(detector, "detectorId", FEATURE).some((feature) => named(feature) && feature.props.string("status") === "ENABLED") ||
    stack.referringTo(detector, "detectorId", ORGANIZATION_FEATURE).some((feature) => named(feature) && feature.props.string("autoEnable") === "ALL")
  );
}

function inDatasources(detector: StackResource, path: string): boolean {
  if (!isGiven(detector, "datasources")) {
    return false;
  }
  let block: Reader | undefined = detector.props.objects("datasources")[0];
  const names = path.split(".");
  const last = names.pop() ?? path;
  for (const name of names) {
    block = block?.objects(name)[0];
  }
  return block?.boolean(last) === true;
}
