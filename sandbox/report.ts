import type { EngineEvent } from "./engine.ts";

export interface RunOutcome {
  readonly seconds: number;
  readonly succeeded: boolean;
  readonly judged: boolean;
}

/** Prints what a run did: resources per component, and the policy pack's verdicts. */
export function printReport(events: readonly EngineEvent[], outcome: RunOutcome): void {
  const policies = events.flatMap((event) => (event.policyEvent === undefined ? [] : [event.policyEvent]));
  console.log(`violations ${String(policies.length)}; ${outcome.seconds.toFixed(1)} s`);
}
