import list from "../data/hipaa-eligible-services.json" with { type: "json" };

/** The day of AWS's list of HIPAA-eligible services that the pack goes by. */
export const LIST_DATE = list.asOf;

/** AWS's page, where a newer list may stand. */
export const LIST_URL = list.source;

const ELIGIBLE: ReadonlySet<string> = new Set(list.services.flatMap(({ modules }) => modules));
const WITHOUT_PHI: ReadonlySet<string> = new Set(list.withoutPhi.map(({ module }) => module));

/** A kind of an eligible service that AWS's agreement leaves out. */
export interface ExcludedKind {
  readonly property: string;
  readonly value: string;
  /** What AWS takes when the property is absent. */
  readonly whenAbsent: string;
}

/** Module of an AWS type: `s3` of `aws:s3/bucket:Bucket`. */
export function moduleOf(type: string): string {
  return /^aws:([^/:]+)/u.exec(type)?.[1] ?? "";
}

/** True for services that AWS's agreement covers, and for those that hold no PHI by their nature, such as IAM. */
export function isEligible(module: string): boolean {
  return ELIGIBLE.has(module) || WITHOUT_PHI.has(module);
}

export function excludedKinds(type: string): readonly ExcludedKind[] {
  return list.excluded.filter((kind) => kind.type === type);
}
