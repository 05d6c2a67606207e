import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import { array, assert, boolean, constant, dictionary, double, letrec, oneof, property, string } from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { decodeStructsDirectly } from "../../../policypack/serving/decode-structs.ts";

const { properties } = letrec<{ value: structPb.JavaScriptValue; properties: { [key: string]: structPb.JavaScriptValue } }>((tie) => ({
  value: oneof(
    { depthSize: "small" },
    constant(null), boolean(), string(), double({ noNaN: true }), array(tie("value"), { maxLength: 4 }), tie("properties"),
  ),
  properties: dictionary(string().filter((name) => name !== "__proto__"), tie("value"), { maxKeys: 5 }),
}));

/** What the pack reads of a request, once the engine has sent it. */
function sent(props: { [key: string]: structPb.JavaScriptValue }): unknown {
  const request = new analyzerPb.AnalyzeRequest().setType("aws:s3/bucket:Bucket").setName("phi").setProperties(structPb.Struct.fromJavaScript(props));
  const received = analyzerPb.AnalyzeRequest.deserializeBinary(request.serializeBinary());
  expect([received.getType(), received.getName()]).toEqual(["aws:s3/bucket:Bucket", "phi"]);
  return received.getProperties()?.toJavaScript();
}

/* Proves that what is decoded directly is what protobuf's own classes decode. */
describe("properties decoded directly", () => {
  beforeAll(() => {
    decodeStructsDirectly();
  });

  test("are those that were sent, whatever they hold", () => {
    assert(property(properties, (props) => {
      expect(sent(props)).toEqual(structPb.Struct.fromJavaScript(props).toJavaScript());
    }), { numRuns: 300, seed: 7 });
  });

  test("hold text of any script, great numbers, and lists in lists", () => {
    const props = { name: "Ωμέγα 🏥", size: 2 ** 53, half: -0.5, off: false, none: null, nested: [[1, [2]], { deep: { er: ["x"] } }], empty: {}, nothing: [] };
    expect(sent(props)).toEqual(props);
  });

  test("of a message made here are what they were", () => {
    expect(structPb.Struct.fromJavaScript({ a: [1] }).toJavaScript()).toEqual({ a: [1] });
  });
});
