import { CloudError } from "./cloud-error.ts";

/** Misbehaviour on request, so that recovery can be tried without a broken cloud. */
export interface FaultPlan {
  /** Every nth call is throttled. The provider tries again, as the real one does, so that it shows as latency; with 1 it gives up. */
  readonly throttleEvery?: number;
  /** Type tokens whose creation fails. */
  readonly failCreate?: readonly string[];
  /** Milliseconds every call waits. */
  readonly delayMs?: number;
  /** The provider dies right after the nth create has taken effect in the cloud. */
  readonly crashAfterCreates?: number;
}

export type Operation = "create" | "read" | "update" | "delete" | "invoke";

/** How often a throttled call is sent before its error reaches the engine. The real provider tries 25 times. */
export const ATTEMPTS = 5;
/** Wait before the second attempt; it doubles with each further one. */
export const FIRST_BACKOFF_MS = 100;

/** Carries out a fault plan. One instance serves all packages, so counts are of the whole cloud. */
export class Faults {
  readonly #plan: FaultPlan;
  readonly #crash: () => void;
  readonly #sleep: (milliseconds: number) => Promise<void>;
  #calls = 0;
  #creates = 0;
  #crashed = false;

  /** @param crash ends all connections, as the death of the process would */
  constructor(plan: FaultPlan, crash: () => void, sleep = async (milliseconds: number): Promise<void> => { await new Promise((resolve) => { setTimeout(resolve, milliseconds); }); }) {
    this.#plan = plan;
    this.#crash = crash;
    this.#sleep = sleep;
  }

  /**
   * Call before an operation takes effect.
   * @throws {CloudError} when the operation is to fail, or the provider is dead
   */
  async before(operation: Operation, type: string): Promise<void> {
    if (this.#plan.delayMs !== undefined) {
      await this.#sleep(this.#plan.delayMs);
    }
    await this.#throttle(operation, type);
    if (this.#crashed) {
      throw new CloudError("Unavailable", "the provider was killed (sandbox fault)");
    }
    if (operation === "create" && this.#plan.failCreate?.includes(type) === true) {
      throw new CloudError("InternalFailure", `creation of ${type} fails (sandbox fault)`);
    }
  }

  /** Call when a create has taken effect. */
  created(): void {
    this.#creates += 1;
    if (this.#creates === this.#plan.crashAfterCreates) {
      this.#crashed = true;
      this.#crash();
    }
  }

  async #throttle(operation: Operation, type: string): Promise<void> {
    const every = this.#plan.throttleEvery;
    if (every === undefined) {
      return;
    }
    for (let attempt = 1; ; attempt += 1) {
      this.#calls += 1;
      if (this.#calls % every !== 0) {
        return;
      }
      if (attempt === ATTEMPTS) {
        throw new CloudError("ThrottlingException", `Rate exceeded; gave up after ${String(ATTEMPTS)} attempts, try again later (sandbox fault: every ${String(every)}. call; ${operation} ${type})`);
      }
      await this.#sleep(FIRST_BACKOFF_MS * 2 ** (attempt - 1));
    }
  }
}
