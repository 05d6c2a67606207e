import { describe, expect, test } from "vitest";
import { FakeCloud } from "../support/fake-cloud.ts";

const CONTACT = "aws:account/alternativeContact:AlternativeContact";
const BUDGET = "aws:budgets/budget:Budget";

describe("the account's contacts", () => {
  test("are one of each kind", async () => {
    using fake = new FakeCloud();
    const security = { alternateContactType: "SECURITY", name: "a", title: "b", emailAddress: "c@example.com", phoneNumber: "1" };
    await expect(fake.create(CONTACT, security)).resolves.toMatchObject({ id: "SECURITY" });
    await expect(fake.create(CONTACT, security)).rejects.toThrow("ConflictException");
    await expect(fake.create(CONTACT, { ...security, alternateContactType: "LEGAL" })).rejects.toThrow("ValidationException");
  });
});

describe("a budget", () => {
  test("has a limit above zero, and a name of its own", async () => {
    using fake = new FakeCloud();
    const monthly = { name: "monthly", budgetType: "COST", timeUnit: "MONTHLY", limitUnit: "USD" };
    await expect(fake.create(BUDGET, { ...monthly, limitAmount: "0" })).rejects.toThrow("InvalidParameterException");
    await expect(fake.create(BUDGET, { ...monthly, limitAmount: "10" })).resolves.toMatchObject({ id: "123456789012:monthly" });
    await expect(fake.create(BUDGET, { ...monthly, limitAmount: "10" })).rejects.toThrow("DuplicateRecordException");
  });
});
