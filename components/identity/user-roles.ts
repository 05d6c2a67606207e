/**
 * Roles of the people who use the platform. Each is a group of the user pool; tokens carry the
 * groups of their owner in the claim `cognito:groups`.
 */
export const UserRole = {
  Administrator: "administrator",
  Clinician: "clinician",
  Auditor: "auditor",
  Billing: "billing",
  Patient: "patient",
} as const;
export type UserRole = (typeof UserRole)[keyof typeof UserRole];

/** What a role is for. */
export interface RoleDescription {
  readonly role: UserRole;
  /** At most 2048 characters. */
  readonly description: string;
  /** Which role counts for somebody with several: the lowest. */
  readonly precedence: number;
}

/** Every role; services decide by the claim what each may do (S1-09). */
export const ROLE_DESCRIPTIONS: readonly RoleDescription[] = [
  { role: UserRole.Administrator, precedence: 10, description: "Manages accounts and roles; sees no records" },
  { role: UserRole.Clinician, precedence: 20, description: "Reads and writes the records of patients in care" },
  { role: UserRole.Auditor, precedence: 30, description: "Reads who accessed which records; sees no records" },
  { role: UserRole.Billing, precedence: 40, description: "Reads the billing part of records" },
  { role: UserRole.Patient, precedence: 50, description: "Reads the own record" },
];
