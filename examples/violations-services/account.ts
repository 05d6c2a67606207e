/** What the program takes to exist in its account: another stack made it. */
export const accountId = "123456789012";
export const anybody = "0.0.0.0/0";
export const key = `arn:aws:kms:us-east-1:${accountId}:key/11111111-2222-3333-4444-555555555555`;
export const certificate = `arn:aws:acm:us-east-1:${accountId}:certificate/11111111-2222-3333-4444-555555555555`;
/** A certificate that was uploaded to IAM, where nobody renews it. */
export const uploadedCertificate = `arn:aws:iam::${accountId}:server-certificate/clinic`;
export const otherNetwork = "vpc-0cccccccccccccccc";
export const privateSubnets = ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb"] as const;
export const privateGroup = "sg-0aaaaaaaaaaaaaaaa";

export function role(name: string): string {
  return `arn:aws:iam::${accountId}:role/clinic-${name}`;
}

/** A policy document that lets anybody do something. */
export function openTo(action: string, resource?: string): string {
  const target = resource === undefined ? {} : { Resource: resource };
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: action, ...target }] });
}

/** Tags of stores without a patient in them, so that the mistake shown is the only one. */
export const operational = { DataClassification: "operational" } as const;
