import type { Alert } from "./alert.ts";
import { API_CALL, type EventPattern, LONGEST_PATTERN, type PatternFields } from "./event-patterns.ts";

/**
 * Patterns for the rules that forward events to the primary region. Few rules take the place of many,
 * so they forward somewhat more than the alerts ask for, such as a finding of low severity; the alerts'
 * own patterns, in the primary region, choose again. Calls are never forwarded without their names:
 * the data events of PHI stores stay where they are.
 */
export function forwardingPatterns(alerts: readonly Alert[]): readonly string[] {
  const patterns = alerts.map(({ pattern }) => pattern);
  const calls = patterns.filter((pattern) => kindsOf(pattern).includes(API_CALL));
  const reports = patterns.filter((pattern) => !kindsOf(pattern).includes(API_CALL) && kindsOf(pattern).length > 0);
  const exact = patterns.filter((pattern) => kindsOf(pattern).length === 0);
  return [...packed(calls, withNames), ...packed(reports, () => ({})), ...exact].map((pattern) => JSON.stringify(pattern));
}

type Merge = (one: EventPattern, other: EventPattern) => Pick<EventPattern, "detail">;

/** Merges neighbours as far as a pattern may be long. */
function packed(patterns: readonly EventPattern[], detail: Merge): readonly EventPattern[] {
  const packs: EventPattern[] = [];
  for (const pattern of patterns) {
    const last = packs.at(-1) ?? pattern;
    const wider = { source: union(last.source, pattern.source), "detail-type": union(kindsOf(last), kindsOf(pattern)), ...detail(last, pattern) };
    const fits = JSON.stringify(wider).length <= LONGEST_PATTERN;
    packs.splice(fits ? Math.max(0, packs.length - 1) : packs.length, 1, fits ? wider : pattern);
  }
  return packs;
}

function withNames(one: EventPattern, other: EventPattern): Pick<EventPattern, "detail"> {
  return { detail: { eventName: union(namesOf(one.detail), namesOf(other.detail)) } };
}

function namesOf(fields: PatternFields | undefined): readonly string[] {
  const names = fields?.["eventName"];
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

function kindsOf(pattern: EventPattern): readonly string[] {
  return pattern["detail-type"] ?? [];
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])];
}
