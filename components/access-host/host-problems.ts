import ipaddr from "ipaddr.js";
import { bucketNameProblems } from "../lib/bucket-problems.ts";
import { logRetentionProblems } from "../lib/log-retention.ts";
import { objectLockProblems } from "../lib/object-lock.ts";
import type { Problem } from "../lib/problems.ts";
import type { AccessHostArgs } from "./access-host.ts";
import { hostNames } from "./host-names.ts";
import type { RecordingSettings } from "./session-recording.ts";

/** Narrowest range that SSH may be opened to is one address, the widest 16. */
const WIDEST_SSH_PREFIX = 28;
/** Ranges that may use SSH; more is a network, not a way in. */
const MOST_SSH_RANGES = 8;
/** A year, the documents' figure (S4-34). */
const SHORTEST_RETENTION = 365;

/** Ranges to which SSH cannot be opened (S4-101, X-03). Pure, so that a stack's configuration is held to the same. */
export function sshCidrProblems(argument: string, cidrs: readonly string[]): readonly Problem[] {
  const problems: Problem[] = cidrs.flatMap((cidr, index) => (isNarrow(cidr) ? [] : [{
    argument: `${argument}[${String(index)}]`, value: cidr,
    allowed: `an IPv4 range of /${String(WIDEST_SSH_PREFIX)} or narrower, without bits beyond the prefix, and never 0.0.0.0/0 (X-03)`,
    change: "Leave SSH out, sessions need no open port; or give the few addresses that must have it",
  }]));
  if (cidrs.length > MOST_SSH_RANGES) {
    problems.push({ argument, value: cidrs.length, allowed: `at most ${String(MOST_SSH_RANGES)} ranges`, change: "Use Session Manager, which needs none" });
  }
  if (new Set(cidrs).size !== cidrs.length) {
    problems.push({ argument, value: [...cidrs], allowed: "each range once", change: "Remove the repeated one" });
  }
  return problems;
}

/** Everything that is wrong with the arguments, before anything is created. */
export function hostProblems(args: AccessHostArgs, settings: RecordingSettings): readonly Problem[] {
  const { accessLogBucket } = hostNames(args.deployment);
  const { retentionDays } = settings;
  const retention: readonly Problem[] = Number.isInteger(retentionDays) && retentionDays >= SHORTEST_RETENTION
    ? (args.objectLock.days <= retentionDays ? [] : [{
      argument: "objectLock.days", value: args.objectLock.days, allowed: `at most retentionDays (${String(retentionDays)}): a locked recording cannot expire`, change: "Lower it or raise the retention",
    }])
    : [{ argument: "retentionDays", value: retentionDays, allowed: `whole days, at least ${String(SHORTEST_RETENTION)}`, change: "Leave it out for seven years" }];
  return [
    ...objectLockProblems("objectLock", args.objectLock),
    ...retention,
    ...logRetentionProblems("logGroupRetentionDays", settings.logGroupRetentionDays),
    ...minutesProblems("idleMinutes", settings.idleMinutes, 60, "15"),
    ...minutesProblems("longestMinutes", settings.longestMinutes, 1440, "60"),
    ...sshCidrProblems("sshCidrs", args.sshCidrs ?? []),
    ...matching("instanceType", args.instanceType, /^[a-z]+\d+[a-z-]*\.[a-z0-9-]+$/u, "an EC2 instance type such as t4g.micro", "Leave it out for t4g.micro"),
    ...matching("imageId", args.imageId, /^ami-[0-9a-f]{8,17}$/u, "an image of the deployment's region such as ami-0123456789abcdef0", "Leave it out for the newest Amazon Linux 2023"),
    ...(args.recordedRoles ?? []).flatMap((role, index) => matching(`recordedRoles[${String(index)}]`, role, /^[\w+=,.@-]{1,64}$/u, "the name of a role of this account, without path or ARN", "Give the role's name")),
    ...bucketNameProblems(args.deployment.prefix, [accessLogBucket]),
  ];
}

function minutesProblems(argument: string, value: number, most: number, usual: string): readonly Problem[] {
  return Number.isInteger(value) && value >= 1 && value <= most ? [] : [{
    argument, value, allowed: `Session Manager takes whole minutes from 1 to ${String(most)}`, change: `Leave it out for ${usual}`,
  }];
}

function matching(argument: string, value: string | undefined, pattern: RegExp, allowed: string, change: string): readonly Problem[] {
  return value === undefined || pattern.test(value) ? [] : [{ argument, value, allowed, change }];
}

function isNarrow(cidr: string): boolean {
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(cidr)) {
    return false;
  }
  const [, prefix] = ipaddr.IPv4.parseCIDR(cidr);
  return prefix >= WIDEST_SSH_PREFIX && cidr === `${ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()}/${String(prefix)}`;
}
