import { describe, expect, test } from "vitest";
import { dataProtectionPolicy, MANAGED_IDENTIFIERS, type OwnIdentifier, ownIdentifierProblems } from "../../../components/observability/data-protection.ts";
import { deployment } from "./observability-arguments.ts";

interface Policy {
  readonly Configuration?: object;
  readonly Statement: readonly { readonly Sid: string; readonly DataIdentifier: readonly string[]; readonly Operation: object }[];
}

function policyOf(own: readonly OwnIdentifier[]): Policy {
  const policy: Policy = JSON.parse(dataProtectionPolicy(deployment, "/findings", own));
  return policy;
}

describe("masking of patients' data in logs (S2-51, X-15)", () => {
  test("finds and masks the same identifiers, as CloudWatch Logs demands", () => {
    const { Statement: [find, mask] } = policyOf([]);
    expect(find).toMatchObject({ Sid: "Find", Operation: { Audit: { FindingsDestination: { CloudWatchLogs: { LogGroup: "/findings" } } } } });
    expect(mask).toMatchObject({ Sid: "Mask", Operation: { Deidentify: { MaskConfig: {} } } });
    expect(find?.DataIdentifier).toEqual(mask?.DataIdentifier);
    expect(find?.DataIdentifier).toContain("arn:aws:dataprotection::aws:data-identifier/MedicareBeneficiaryNumber-US");
  });

  test.each(["Name", "Address", "EmailAddress", "PhoneNumber-US", "Ssn-US", "HealthInsuranceClaimNumber-US", "MedicareBeneficiaryNumber-US", "DriversLicense-US", "VehicleIdentificationNumber", "AwsSecretKey"])("knows %s", (identifier) => {
    expect(MANAGED_IDENTIFIERS).toContain(identifier);
  });

  test("leaves internet addresses alone, or no node could be told from another", () => {
    expect(MANAGED_IDENTIFIERS).not.toContain("IpAddress");
  });

  test("masks the organisation's own identifiers besides", () => {
    const policy = policyOf([{ name: "MRN", regex: "MRN-\\d{8}" }]);
    expect(policy.Configuration).toEqual({ CustomDataIdentifier: [{ Name: "MRN", Regex: "MRN-\\d{8}" }] });
    expect(policy.Statement.map(({ DataIdentifier }) => DataIdentifier.at(-1))).toEqual(["MRN", "MRN"]);
    expect(policyOf([])).not.toHaveProperty("Configuration");
  });
});

describe("an identifier of one's own is refused", () => {
  test.each([
    ["without a name", [{ name: "", regex: "a" }], 'patientIdentifiers[0].name = ""'],
    ["with a space in its name", [{ name: "m r n", regex: "a" }], 'patientIdentifiers[0].name = "m r n"'],
    ["twice", [{ name: "MRN", regex: "a" }, { name: "MRN", regex: "b" }], 'patientIdentifiers[1].name = "MRN"'],
    ["without a pattern", [{ name: "MRN", regex: "" }], 'patientIdentifiers[0].regex = ""'],
    ["with a pattern that does not close", [{ name: "MRN", regex: "(\\d" }], "patientIdentifiers[0].regex"],
    ["with a pattern that matches nothing at all, so everything", [{ name: "MRN", regex: "\\d*" }], "patientIdentifiers[0].regex"],
    ["with too long a pattern", [{ name: "MRN", regex: "a".repeat(201) }], "patientIdentifiers[0].regex"],
    ["as the eleventh", Array.from({ length: 11 }, (_, index) => ({ name: `id-${String(index)}`, regex: "a" })), "patientIdentifiers = 11"],
  ])("%s", (_what, own, start) => {
    const problems = ownIdentifierProblems("patientIdentifiers", own);
    expect(problems.map(({ argument, value }) => `${argument} = ${JSON.stringify(value)}`).join("\n")).toContain(start);
    expect(problems).toHaveLength(1);
  });

  test("and otherwise taken", () => {
    expect(ownIdentifierProblems("patientIdentifiers", [{ name: "MRN", regex: "MRN-\\d{8}" }, { name: "chart_id", regex: "[A-Z]{2}[0-9]{6}" }])).toEqual([]);
  });
});
