import { describe, expect, test } from "vitest";
import { DELETE_MARKERS, everyObject, keptFor } from "../../../components/lib/bucket-lifecycle.ts";

const UNFINISHED = { abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } };

describe("a rule of a bucket's lifecycle", () => {
  test("keeps current and hidden versions for the same time", () => {
    expect(keptFor("retention", 2557)).toEqual({
      id: "retention", status: "Enabled", filter: {}, expiration: { days: 2557 }, noncurrentVersionExpiration: { noncurrentDays: 2557 }, ...UNFINISHED,
    });
  });

  test("archives where it is asked to, within reach of queries", () => {
    expect(keptFor("archive", 2557, 90)).toEqual({ ...keptFor("archive", 2557), transitions: [{ days: 90, storageClass: "GLACIER_IR" }] });
  });

  test("drops uploads that nobody completes, whatever else it does", () => {
    const ages = { noncurrentVersionExpiration: { noncurrentDays: 90 } };
    expect(everyObject("replaced-versions", ages)).toEqual({ id: "replaced-versions", status: "Enabled", filter: {}, ...ages, ...UNFINISHED });
  });

  test("removes delete markers and nothing that they hide", () => {
    expect(DELETE_MARKERS).toEqual({ id: "delete-markers", status: "Enabled", filter: {}, expiration: { expiredObjectDeleteMarker: true } });
  });
});
