import type { AlertWords } from "./alert-text.ts";
import type { EventPattern } from "./event-patterns.ts";

export { AlertSeverity } from "./alert-text.ts";

/** An alert: which events raise it, and what it says. */
export interface Alert extends AlertWords {
  readonly pattern: EventPattern;
  /**
   * Events of a global service, which reach EventBridge in us-east-1 alone.
   * @default false
   */
  readonly global?: boolean;
  /**
   * The service itself brings the events of all regions to the primary one, so that forwarding would double them.
   * @default false
   */
  readonly gathered?: boolean;
}
