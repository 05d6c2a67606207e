import { describe, expect, test } from "vitest";
import { detectionPlan } from "../../../components/threat-detection/detection-plan.ts";
import { Administration, DetectionService, type DetectionSettings, detectionProblems } from "../../../components/threat-detection/index.ts";
import { detectionArguments } from "./detection-arguments.ts";

const { deployment, phiBuckets } = detectionArguments;
const { Account, Organization } = Administration;
const { GuardDuty, SecurityHub, Macie, Inspector } = DetectionService;

function refused(changes: Partial<DetectionSettings>): readonly string[] {
  return detectionProblems(deployment, { phiBuckets, ...changes }).map(({ argument, value }) => `${argument} = ${JSON.stringify(value)}`);
}

describe("detectionPlan", () => {
  test("covers both regions, as both hold PHI, with every service, unless something else is said", () => {
    expect(detectionPlan(deployment, { phiBuckets })).toEqual({
      phiRegions: ["us-east-1", "us-west-2"], emptyRegions: [], services: new Set([GuardDuty, SecurityHub, Macie, Inspector]), leftToOrganization: [],
    });
  });

  test("leaves everything to an organization, or only what it owns", () => {
    expect(detectionPlan(deployment, { phiBuckets, administration: Organization })).toMatchObject({ services: new Set(), leftToOrganization: [GuardDuty, SecurityHub, Macie, Inspector] });
    expect(detectionPlan(deployment, { phiBuckets, administration: Organization, organizationServices: [SecurityHub, GuardDuty] }))
      .toMatchObject({ services: new Set([Macie, Inspector]), leftToOrganization: [GuardDuty, SecurityHub] });
  });

  test.each(Object.values(DetectionService))("makes %s or leaves it, never both, never neither", (service) => {
    for (const organizationServices of [undefined, [service], [GuardDuty, Macie]]) {
      const { services, leftToOrganization } = detectionPlan(deployment, { phiBuckets, administration: Organization, ...(organizationServices === undefined ? {} : { organizationServices }) });
      expect(services.has(service)).toBe(!leftToOrganization.includes(service));
    }
  });
});

describe("detectionProblems", () => {
  test("finds nothing wrong with the limits themselves", () => {
    expect(refused({})).toEqual([]);
    expect(refused({ macieSamplingPercentage: 1, moreRegions: ["us-east-2", "eu-west-1", "us-gov-west-1"] })).toEqual([]);
    expect(refused({ administration: Organization, organizationServices: [Macie] })).toEqual([]);
  });

  test.each([
    [{ organizationServices: [Macie] }, 'organizationServices = ["macie"]'],
    [{ administration: Account, organizationServices: [Macie] }, 'organizationServices = ["macie"]'],
    [{ administration: Organization, organizationServices: [] }, "organizationServices = []"],
    [{ moreRegions: ["us-west-2"] }, 'moreRegions[0] = "us-west-2"'],
    [{ moreRegions: ["us-east-2", "us-east-2"] }, 'moreRegions[1] = "us-east-2"'],
    [{ moreRegions: ["Ohio"] }, 'moreRegions[0] = "Ohio"'],
    [{ macieSamplingPercentage: 0 }, "macieSamplingPercentage = 0"],
    [{ macieSamplingPercentage: 10.5 }, "macieSamplingPercentage = 10.5"],
    [{ macieSamplingPercentage: 101 }, "macieSamplingPercentage = 101"],
    [{ phiBuckets: [] }, "phiBuckets = []"],
  ])("refuses %j", (changes, problem) => {
    expect(refused(changes)).toEqual([problem]);
  });
});
