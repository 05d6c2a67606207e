import { CloudError } from "./cloud-error.ts";

/** Misbehaviour on request, so that recovery can be tried without a broken cloud. */
export interface FaultPlan {
  /** Every nth call is refused once with a throttling error. */
  readonly throttleEvery?: number;
  /** Type tokens whose creation fails. */
  readonly failCreate?: readonly string[];
  /** Milliseconds every call waits. */
  readonly delayMs?: number;
  /** The provider dies right after the nth create has taken effect in the cloud. */
  readonly crashAfterCreates?: number;
}

export type Operation = "create" | "read" | "update" | "delete" | "invoke";

/** Carries out a fault plan. One instance serves all packages, so counts are of the whole cloud. */
export class Faults {
  readonly #plan: FaultPlan;
  readonly #crash: () => void;
  #calls = 0;
  #creates = 0;

  constructor(plan: FaultPlan, crash: () => void) {
    this.#plan = plan;
    this.#crash = crash;
  }

  async before(operation: Operation, type: string): Promise<void> {
    if (this.#plan.delayMs !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, this.#plan.delayMs));
    }
    this.#calls += 1;
    if (this.#plan.throttleEvery !== undefined && this.#calls % this.#plan.throttleEvery === 0) {
      throw new CloudError("ThrottlingException", `Rate exceeded (sandbox fault: every ${String(this.#plan.throttleEvery)}. call; ${operation} ${type})`);
    }
    if (operation === "create" && this.#plan.failCreate?.includes(type) === true) {
      throw new CloudError("InternalFailure", `creation of ${type} fails (sandbox fault)`);
    }
  }

  /** Call when a create has taken effect. */
  created(): void {
    this.#creates += 1;
    if (this.#creates === this.#plan.crashAfterCreates) {
      this.#crash();
    }
  }
}
