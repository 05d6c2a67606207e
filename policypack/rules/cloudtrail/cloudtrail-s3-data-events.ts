import { bucketsOf } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";
import { holds } from "../../engine/tags.ts";
import { objectsOf, recordsDataEvents, TRAIL } from "../../engine/trail-events.ts";

export const cloudtrailS3DataEvents = defineStackRule({
  name: "cloudtrail-s3-data-events",
  description: "Some trail of the stack records every read and write of objects, in every bucket with PHI.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(6)(ii)", "164.312(a)(2)(i)", "164.312(b)", "164.312(e)(2)(i)"],
  controls: ["cloudtrail-s3-data-events"],
  remediation: ["Give the trail an event selector for data events of AWS::S3::Object, without readOnly, that names every bucket with PHI or all buckets."],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html",
  resources: ["aws:cloudtrail/trail:Trail"],
  check: (stack) => {
    const trails = stack.ofType(TRAIL);
    const [first] = trails;
    const buckets = bucketsOf(stack);
    const targets = buckets.filter((bucket) => holds(bucket.props, "phi")).map(objectsOf);
    // Where every bucket says that it holds something else, there is no access to PHI to record.
    const withoutPhi = buckets.length > 0 && buckets.every((bucket) => holds(bucket.props, "audit", "operational", "secret"));
    const unrecorded = targets.filter((target) => !trails.some((trail) => recordsDataEvents(stack, trail, "AWS::S3::Object", target)));
    const any = trails.some((trail) => recordsDataEvents(stack, trail, "AWS::S3::Object"));
    if (first === undefined || withoutPhi || (any && unrecorded.length === 0)) {
      return [];
    }
    const found = any ? `no events of ${unrecorded.map(({ resource }) => resource.name).join(", ")}` : "no events of objects";
    return [{ urn: first.urn, property: "advancedEventSelectors", found, required: "reads and writes of objects in every bucket with PHI" }];
  },
});
