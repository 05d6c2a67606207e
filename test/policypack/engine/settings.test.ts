import { describe, expect, test } from "vitest";
import { schemaOf, settingsFrom } from "../../../policypack/engine/settings.ts";

const parameters = {
  days: { description: "Days.", default: 35 },
  regions: { description: "Regions.", default: ["us-east-1"] },
};

describe("settings of a rule", () => {
  test("refuse to read what the rule does not declare, or declares as something else", () => {
    const settings = settingsFrom(parameters, {});
    expect(() => settings.number("hours")).toThrow("the rule declares no number hours");
    expect(() => settings.number("regions")).toThrow("the rule declares no number regions");
    expect(() => settings.strings("days")).toThrow("the rule declares no list days");
    expect(() => settings.strings("hours")).toThrow("the rule declares no list hours");
  });

  test("fall back to the default for a value of another type", () => {
    const settings = settingsFrom(parameters, { days: "7", regions: "eu-west-1" });
    expect(settings.number("days")).toBe(35);
    expect(settings.strings("regions")).toEqual(["us-east-1"]);
  });

  test("take what the configuration gives, a zero and an empty list included", () => {
    const settings = settingsFrom(parameters, { days: 0, regions: [] });
    expect(settings.number("days")).toBe(0);
    expect(settings.strings("regions")).toEqual([]);
  });

  test("tell the engine their types and defaults", () => {
    expect(schemaOf(parameters)).toEqual({
      properties: {
        days: { type: "number", description: "Days.", default: 35 },
        regions: { type: "array", items: { type: "string" }, description: "Regions.", default: ["us-east-1"] },
      },
    });
  });
});
