import { describe, expect, test } from "vitest";
import { judgeDays, judgePresence, judgeSwitch, judgeText } from "../../../policypack/engine/expected-values.ts";
import { Reader, UndecidedError } from "../../../policypack/engine/reader.ts";
import { UNKNOWN, unknownCheckingProxy } from "../unknown-value.ts";

const of = (props: object): Reader => new Reader(unknownCheckingProxy(props));

describe("a switch", () => {
  const on = { required: true, absent: false };
  test.each([
    [{ a: { b: true } }, on, []],
    [{ a: [{ b: true }] }, on, []],
    [{ a: { b: "true" } }, on, []],
    [{ a: { b: false } }, on, [{ property: "a.b", found: "false", required: "true" }]],
    [{ a: {} }, on, [{ property: "a.b", found: "nothing, so false", required: "true" }]],
    [{}, on, [{ property: "a.b", found: "nothing, so false", required: "true" }]],
    [{}, { required: true, absent: true }, []],
    [{ a: { b: true } }, { required: false, absent: false }, [{ property: "a.b", found: "true", required: "false" }]],
    [{ a: "text" }, on, [{ property: "a.b", found: "nothing, so false", required: "true" }]],
  ])("%j, as %j", (props, expected, findings) => {
    expect(judgeSwitch(of(props), "a.b", expected)).toEqual(findings);
  });
});

describe("a text", () => {
  const required = '"one" or "two"';
  const allowed = ["one", "two"];
  test.each([
    [{ a: { b: "two" } }, { allowed }, []],
    [{ a: { b: "three" } }, { allowed }, [{ property: "a.b", found: "three", required }]],
    [{ a: {} }, { allowed }, [{ property: "a.b", found: "nothing", required }]],
    [{}, { allowed, absent: "zero" }, [{ property: "a.b", found: "nothing, so zero", required }]],
    [{}, { allowed, absent: "one" }, []],
  ])("%j, as %j", (props, expected, findings) => {
    expect(judgeText(of(props), "a.b", expected)).toEqual(findings);
  });
});

describe("something that must be given", () => {
  test.each([
    [{ a: { b: 1 } }, []],
    [{ a: { b: UNKNOWN } }, []],
    [{ a: {} }, [{ property: "a.b", found: "nothing", required: "a key" }]],
    [{}, [{ property: "a.b", found: "nothing", required: "a key" }]],
    [{ a: "text" }, [{ property: "a.b", found: "nothing", required: "a key" }]],
  ])("%j", (props, findings) => {
    expect(judgePresence(of(props), "a.b", "a key")).toEqual(findings);
  });

  test("cannot be told inside what is not known", () => {
    expect(() => judgePresence(of({ a: UNKNOWN }), "a.b", "a key")).toThrow(new UndecidedError("a"));
  });
});

describe("a number of days", () => {
  const week = { atLeast: 7, absent: 1 };
  test.each([
    [{ days: 7 }, week, []],
    [{ days: 8 }, week, []],
    [{ days: 6 }, week, [{ property: "days", found: "6 days", required: "at least 7 days" }]],
    [{ days: 0 }, week, [{ property: "days", found: "0 days", required: "at least 7 days" }]],
    [{}, week, [{ property: "days", found: "nothing, so 1 day", required: "at least 7 days" }]],
    [{}, { atLeast: 7, absent: 7 }, []],
    [{ days: 0 }, { atLeast: 1, absent: 0 }, [{ property: "days", found: "0 days", required: "at least 1 day" }]],
  ])("%j, as %j", (props, expected, findings) => {
    expect(judgeDays(of(props), "days", expected)).toEqual(findings);
  });
});
