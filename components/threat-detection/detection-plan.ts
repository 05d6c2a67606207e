import { closedSetProblems } from "../lib/closed-set.ts";
import type { Deployment } from "../lib/deployment.ts";
import type { Problem } from "../lib/problems.ts";

/** Who switches a service of detection on. */
export const Administration = {
  /** This stack, for its own account. */
  Account: "account",
  /** The organization's delegated administrator, for all its accounts. */
  Organization: "organization",
} as const;
export type Administration = (typeof Administration)[keyof typeof Administration];

/** Services that an organization can switch on for its accounts. */
export const DetectionService = {
  GuardDuty: "guardduty",
  SecurityHub: "securityhub",
  Macie: "macie",
  Inspector: "inspector",
} as const;
export type DetectionService = (typeof DetectionService)[keyof typeof DetectionService];

/** The part of the arguments that can be wrong. */
export interface DetectionSettings {
  readonly administration?: Administration;
  readonly organizationServices?: readonly DetectionService[];
  readonly moreRegions?: readonly string[];
  readonly macieSamplingPercentage?: number;
  readonly phiBuckets: readonly { readonly name: string }[];
}

/** What is switched on, and where. */
export interface DetectionPlan {
  /** Regions that hold PHI: every service watches them. */
  readonly phiRegions: readonly string[];
  /** Regions where nothing should run: GuardDuty watches them. */
  readonly emptyRegions: readonly string[];
  readonly services: ReadonlySet<DetectionService>;
  readonly leftToOrganization: readonly DetectionService[];
}

const ALL: readonly DetectionService[] = Object.values(DetectionService);

/** What this stack switches on itself; it makes nothing that a delegated administrator manages. */
export function detectionPlan({ region, recoveryRegion }: Deployment, { administration, organizationServices, moreRegions = [] }: DetectionSettings): DetectionPlan {
  const leftToOrganization = administration === Administration.Organization ? ALL.filter((service) => (organizationServices ?? ALL).includes(service)) : [];
  return {
    phiRegions: [region, recoveryRegion],
    emptyRegions: moreRegions,
    services: new Set(ALL.filter((service) => !leftToOrganization.includes(service))),
    leftToOrganization,
  };
}

/** Everything that is wrong with the settings; the configuration of a stack is checked by the same. */
export function detectionProblems({ region, recoveryRegion }: Pick<Deployment, "region" | "recoveryRegion">, settings: DetectionSettings): readonly Problem[] {
  const { administration = Administration.Account, organizationServices, moreRegions = [], macieSamplingPercentage = 10, phiBuckets } = settings;
  return [
    ...closedSetProblems("administration", administration, Administration),
    ...(organizationServices ?? []).flatMap((service, index) => closedSetProblems(`organizationServices[${String(index)}]`, service, DetectionService)),
    ...(organizationServices !== undefined && administration === Administration.Account ? [{
      argument: "organizationServices", value: organizationServices, allowed: 'only an organization owns services, with administration "organization"', change: "Set administration, or leave the list out",
    }] : []),
    ...(organizationServices !== undefined && organizationServices.length === 0 && administration === Administration.Organization ? [{
      argument: "organizationServices", value: [], allowed: "an organization owns at least one service", change: 'List what it owns, or set administration to "account"',
    }] : []),
    ...moreRegions.flatMap((more, index) => regionProblems(`moreRegions[${String(index)}]`, more, [region, recoveryRegion, ...moreRegions.slice(0, index)])),
    ...(Number.isInteger(macieSamplingPercentage) && macieSamplingPercentage >= 1 && macieSamplingPercentage <= 100 ? [] : [{
      argument: "macieSamplingPercentage", value: macieSamplingPercentage, allowed: "whole percent of the objects, from 1 to 100", change: "Leave it out for 10",
    }]),
    ...(phiBuckets.length === 0 ? [{ argument: "phiBuckets", value: [], allowed: "there is PHI to watch over", change: "Name the buckets that hold PHI" }] : []),
  ];
}

function regionProblems(argument: string, value: string, taken: readonly string[]): readonly Problem[] {
  if (!/^[a-z]{2,3}(-[a-z]+)+-\d$/u.test(value)) {
    return [{ argument, value, allowed: "a region of AWS, such as eu-west-1", change: "Correct it" }];
  }
  return taken.includes(value) ? [{ argument, value, allowed: "each region once; both regions of the deployment are always watched", change: "Remove it" }] : [];
}
