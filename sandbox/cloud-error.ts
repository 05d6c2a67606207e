/** A refusal in the words the cloud would use, such as `EntityAlreadyExists`. Never shown with a stack trace. */
export class CloudError extends Error {
  override readonly name = "CloudError";
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}
