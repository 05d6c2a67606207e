import { describe, expect, test } from "vitest";
import { isUnknownValue, Reader, UndecidedError } from "../../../policypack/engine/reader.ts";
import { UNKNOWN, unknownCheckingProxy } from "../unknown-value.ts";

const of = (props: object, urn?: string): Reader => new Reader(unknownCheckingProxy(props), "", urn);
const given = of({
  text: "a", empty: "", digits: "35", minus: "-1", fraction: "1.5", number: 7, zero: 0, yes: true, no: false, yesText: "true", noText: "false",
  list: ["a", 1, { b: "c" }], nothing: null, none: [], bare: {}, block: { name: "n", later: UNKNOWN, deep: { list: [{ value: "v" }] } }, blocks: [{ name: "one" }, "text", null, { name: "two" }], later: UNKNOWN,
});

describe("presence", () => {
  test.each([["text", true], ["empty", true], ["zero", true], ["no", true], ["none", true], ["later", true], ["nothing", false], ["absent", false]])("of %s: %s", (name, expected) => {
    expect(given.has(name)).toBe(expected);
  });
  test.each([["text", true], ["no", true], ["later", false], ["absent", false]])("known of %s: %s", (name, expected) => {
    expect(given.isKnown(name)).toBe(expected);
  });
  test.each([["none", true], ["bare", true], ["nothing", true], ["absent", true], ["list", false], ["block", false], ["text", false], ["zero", false]])("nothing in %s: %s", (name, expected) => {
    expect(given.isEmpty(name)).toBe(expected);
  });
});

describe("a value of another type than asked for reads as not given", () => {
  test.each([["text", "a"], ["empty", ""], ["number", undefined], ["yes", undefined], ["list", undefined], ["block", undefined], ["nothing", undefined], ["absent", undefined]])("text %s: %s", (name, expected) => {
    expect(given.string(name)).toBe(expected);
  });
  test.each([["number", 7], ["zero", 0], ["digits", 35], ["minus", -1], ["fraction", undefined], ["text", undefined], ["empty", undefined], ["yes", undefined], ["absent", undefined]])("number %s: %s", (name, expected) => {
    expect(given.number(name)).toBe(expected);
  });
  test.each([["35x"], ["x35"]])("number in %s: none", (text) => {
    expect(of({ text }).number("text")).toBeUndefined();
  });
  test.each([["yes", true], ["no", false], ["yesText", true], ["noText", false], ["text", undefined], ["number", undefined], ["absent", undefined]])("switch %s: %s", (name, expected) => {
    expect(given.boolean(name)).toBe(expected);
  });
  test.each([["list"], ["nothing"], ["text"], ["absent"]])("block %s: none", (name) => {
    expect(given.object(name)).toBeUndefined();
  });
});

describe("what is inside", () => {
  test("blocks are the objects of a list; one alone is a list of one", () => {
    expect(given.objects("blocks").map((block) => block.string("name"))).toEqual(["one", "two"]);
    expect(given.objects("block").map((block) => block.string("name"))).toEqual(["n"]);
    expect([given.objects("text"), given.objects("absent"), given.objects("none")]).toEqual([[], [], []]);
  });

  test("texts are those of a list; one alone is a list of one", () => {
    expect([given.strings("list"), given.strings("text"), given.strings("number"), given.strings("absent")]).toEqual([["a"], ["a"], [], []]);
  });

  test("known texts are found at any depth", () => {
    expect([given.knownStrings("list"), given.knownStrings("block"), given.knownStrings("text")]).toEqual([["a", "c"], ["n", "v"], ["a"]]);
    expect([given.knownStrings("later"), given.knownStrings("number"), given.knownStrings("nothing"), given.knownStrings("absent")]).toEqual([[], [], [], []]);
  });

  test("a plain copy is the same value, lists as lists", () => {
    expect(given.plain("list")).toEqual(["a", 1, { b: "c" }]);
    expect([given.plain("number"), given.plain("nothing"), given.plain("bare")]).toEqual([7, null, {}]);
    expect(() => given.plain("block")).toThrow(new UndecidedError("block.later"));
  });

  test("names are those that were given", () => {
    expect(of({ b: 1, a: UNKNOWN }).names()).toEqual(["b", "a"]);
  });

  test("each place has a path, indexes in brackets", () => {
    expect(given.pathOf("text")).toBe("text");
    expect(given.object("block")?.object("deep")?.objects("list")[0]?.pathOf("value")).toBe("block.deep.list[0].value");
  });
});

describe("what is not known yet", () => {
  test("is named by its path, with its resource where that was said", () => {
    expect(() => given.string("later")).toThrow("later is not known at preview");
    expect(() => given.object("block")?.string("later")).toThrow(new UndecidedError("block.later"));
    const [error] = [of({ block: { later: UNKNOWN } }, "urn:phi")].map((reader) => caught(() => reader.object("block")?.string("later")));
    expect(error).toMatchObject({ name: "UndecidedError", property: "block.later", urn: "urn:phi" });
  });

  test("is told from other failures, which are passed on", () => {
    const broken = new Reader({ get text(): string { throw new RangeError("broken"); } });
    expect(() => broken.string("text")).toThrow("broken");
    expect(() => broken.has("text")).toThrow("broken");
    expect(() => broken.isKnown("text")).toThrow("broken");
    expect(isUnknownValue(new RangeError("broken"))).toBe(false);
    expect(isUnknownValue("UnknownValueError")).toBe(false);
  });
});

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
