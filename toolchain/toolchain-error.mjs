// @ts-check

/** A problem with this machine's set-up. The message is for the user and says what to do; no stack is shown. */
export class ToolchainError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "ToolchainError";
  }
}

/**
 * The message of whatever was thrown.
 * @param {unknown} error
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
