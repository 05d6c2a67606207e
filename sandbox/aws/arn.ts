/** The parts of an ARN. */
export interface Arn {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** @returns undefined for text that is no ARN */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:aws[a-z-]*:([a-z0-9-]+):([a-z0-9-]*):([0-9]{12}|aws)?:(.+)$/u.exec(text);
  const [, service, region, account, resource] = match ?? [];
  return service === undefined || region === undefined || resource === undefined ? undefined : { service, region, account: account ?? "", resource };
}
