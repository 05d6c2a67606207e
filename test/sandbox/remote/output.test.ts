import { describe, expect, test } from "vitest";
import { combine, decode, encode, gather, type Input, Output } from "../../../sandbox/remote/output.ts";
import { OUTPUT_VALUE, RESOURCE_REFERENCE, SECRET, SIGNATURE, UNKNOWN, type Value } from "../../../sandbox/wire.ts";

const reference: Value = { [SIGNATURE]: RESOURCE_REFERENCE, urn: "urn:a", id: UNKNOWN };

function encoded(input: Input): Value | undefined {
  return encode({ property: input }).get("property")?.value;
}

describe("an output", () => {
  test("is unknown as a whole when any part is", () => {
    expect(new Output({ list: ["a", UNKNOWN] }).value).toBe(UNKNOWN);
  });

  test("knows a reference to a resource whose id is unknown", () => {
    expect(new Output([reference]).known).toBe(true);
  });
});

describe("reading what the engine sent", () => {
  test("plain values stay plain, with dependencies they become one output", () => {
    expect(decode({ a: [1, true, null] })).toEqual({ a: [1, true, null] });
    expect(decode({ a: [1] }, ["urn:x"])).toEqual(new Output({ a: [1] }, ["urn:x"]));
  });

  test("an output inside keeps its own dependencies, and the rest of the value stays known", () => {
    const value = { plain: "b", given: { [SIGNATURE]: OUTPUT_VALUE, value: "a", dependencies: ["urn:y"] } };
    expect(decode(value, ["urn:y"])).toEqual({ plain: "b", given: new Output("a", ["urn:y"]) });
  });

  test("an output without a value is unknown", () => {
    expect(decode({ [SIGNATURE]: OUTPUT_VALUE, dependencies: ["urn:y"] })).toEqual(new Output(UNKNOWN, ["urn:y"]));
  });

  test("an unknown and a secret take the dependencies of the property", () => {
    expect(decode(UNKNOWN, ["urn:x"])).toEqual(new Output(UNKNOWN, ["urn:x"]));
    expect(decode({ [SIGNATURE]: SECRET, value: "s" }, ["urn:x"])).toEqual(new Output("s", ["urn:x"], true));
  });

  test("a reference to a resource is no dependency", () => {
    expect(decode(reference, ["urn:a"])).toEqual(reference);
  });
});

describe("computing from outputs", () => {
  const known = new Output("a", ["urn:1"]);
  const unknown = new Output(UNKNOWN, ["urn:2"]);

  test("gives the value with the sources of all parts", () => {
    expect(combine({ known, plain: "b" }, (values) => Object.values(values))).toEqual(new Output(["a", "b"], ["urn:1"]));
  });

  test("waits while a part is unknown, but keeps the sources", () => {
    expect(combine({ known, unknown }, () => "computed too early")).toEqual(new Output(UNKNOWN, ["urn:1", "urn:2"]));
  });

  test("is secret when a part is", () => {
    expect(gather([known, new Output("s", [], true)]).secret).toBe(true);
  });
});

describe("writing for the engine", () => {
  test("an unknown stays where it is in the value", () => {
    expect(encoded({ ids: [new Output(UNKNOWN, ["urn:1"])], name: "a" })).toEqual({ ids: [UNKNOWN], name: "a" });
  });

  test("a secret is marked", () => {
    expect(encoded(["a", new Output("s", [], true)])).toEqual(["a", { [SIGNATURE]: SECRET, value: "s" }]);
  });

  test("what is absent is left out", () => {
    expect([...encode({ none: undefined, empty: new Output(null), nothing: null, kept: false }).keys()]).toEqual(["kept"]);
    expect(encoded({ none: undefined, kept: 0 })).toEqual({ kept: 0 });
  });

  test("each property has the sources of its parts", () => {
    expect(encode({ one: { deep: [new Output("a", ["urn:1"])] }, two: "b" })).toEqual(new Map([
      ["one", { value: { deep: ["a"] }, sources: new Set(["urn:1"]) }],
      ["two", { value: "b", sources: new Set() }],
    ]));
  });
});
