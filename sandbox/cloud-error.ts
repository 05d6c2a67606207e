/** A refusal in the words the cloud would use, such as `EntityAlreadyExists`. Never shown with a stack trace. */
export class CloudError extends Error {
  override readonly name = "CloudError";
  readonly code: string;
  /** When the lock behind the refusal ends by itself; also at the end of the message, as `[until <ISO 8601>]`. */
  readonly until: Date | undefined;

  constructor(code: string, message: string, until?: Date) {
    super(`${code}: ${message}${until === undefined ? "" : ` [until ${until.toISOString()}]`}`);
    this.code = code;
    this.until = until;
  }
}
