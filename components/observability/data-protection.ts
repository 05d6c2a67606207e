import type { Deployment } from "../lib/deployment.ts";
import type { Problem } from "../lib/problems.ts";

/** An identifier of the organisation's own, such as a medical record number, for which AWS has no pattern. */
export interface OwnIdentifier {
  /** Name in the findings: letters, digits, `_` and `-`. */
  readonly name: string;
  /** What it looks like, as CloudWatch Logs takes it; at most 200 characters. */
  readonly regex: string;
}

/**
 * What CloudWatch Logs finds by itself of the identifiers in 45 CFR 164.514(b)(2), of health care and
 * of credentials. Internet addresses are left alone: those of nodes and pods would all be masked.
 */
export const MANAGED_IDENTIFIERS: readonly string[] = [
  "Address", "AwsSecretKey", "BankAccountNumber-US", "CreditCardNumber", "DriversLicense-US", "DrugEnforcementAgencyNumber-US", "EmailAddress", "HealthInsuranceClaimNumber-US",
  "HealthcareProcedureCode-US", "IndividualTaxIdentificationNumber-US", "MedicareBeneficiaryNumber-US", "Name", "NationalDrugCode-US", "NationalProviderId-US", "OpenSshPrivateKey",
  "PassportNumber-US", "PhoneNumber-US", "PkcsPrivateKey", "Ssn-US", "VehicleIdentificationNumber", "ZipCode-US",
];

/** Most identifiers of one's own in a policy. */
const OWN_LIMIT = 10;

/**
 * Policy of one log group: what it finds is counted in the findings group and masked for every reader
 * without the right to unmask. The two statements must name the same identifiers.
 */
export function dataProtectionPolicy(deployment: Deployment, findingsGroup: string, own: readonly OwnIdentifier[]): string {
  const partition = deployment.partition ?? "aws";
  const identifiers = [...MANAGED_IDENTIFIERS.map((id) => `arn:${partition}:dataprotection::aws:data-identifier/${id}`), ...own.map(({ name }) => name)];
  return JSON.stringify({
    Name: `${deployment.prefix}-patient-data`,
    Description: "Finds and masks what could tell who a patient is",
    Version: "2021-06-01",
    ...(own.length === 0 ? {} : { Configuration: { CustomDataIdentifier: own.map(({ name, regex }) => ({ Name: name, Regex: regex })) } }),
    Statement: [
      { Sid: "Find", DataIdentifier: identifiers, Operation: { Audit: { FindingsDestination: { CloudWatchLogs: { LogGroup: findingsGroup } } } } },
      { Sid: "Mask", DataIdentifier: identifiers, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  });
}

/** Identifiers that CloudWatch Logs refuses. */
export function ownIdentifierProblems(argument: string, own: readonly OwnIdentifier[]): readonly Problem[] {
  const names = own.map(({ name }) => name);
  return [
    ...(own.length <= OWN_LIMIT ? [] : [{ argument, value: own.length, allowed: `CloudWatch Logs takes ${String(OWN_LIMIT)} of one's own`, change: "Join patterns with |" }]),
    ...own.flatMap(({ name, regex }, index) => [
      ...(/^[\w-]{1,128}$/u.test(name) && names.indexOf(name) === index ? [] : [{
        argument: `${argument}[${String(index)}].name`, value: name, allowed: "1 to 128 letters, digits, _ and -, each name once", change: "Give another name",
      }]),
      ...(/^[\w(){}[\]*+?|.\\^$ /#:;,=@%&<>'"!~`-]{1,200}$/u.test(regex) && isPattern(regex) ? [] : [{
        argument: `${argument}[${String(index)}].regex`, value: regex, allowed: "a regular expression of 1 to 200 characters", change: "Write it as in MRN-\\d{8}",
      }]),
    ]),
  ];
}

function isPattern(regex: string): boolean {
  try {
    return !new RegExp(regex, "u").test("");
  } catch {
    return false;
  }
}

