/** A managed rule of AWS Config, as a conformance pack names it. */
export interface ConfigRule {
  /** AWS's identifier, such as `ACCESS_KEYS_ROTATED`. */
  readonly identifier: string;
  /** Name of the rule in the pack; AWS adds a suffix of its own. */
  readonly name: string;
  /** Types whose changes are judged, without the leading `AWS::`; absent where AWS's rule decides by itself. */
  readonly types: readonly string[];
  /** What the rule asks for, where it has something to choose. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether the rule judges the account and not a region; such rules run in the primary region alone. */
  readonly accountWide: boolean;
}

/** How a rule differs from the usual. */
export interface RuleDetails {
  /** @default the identifier in lower case, with dashes */
  readonly name?: string;
  readonly types?: readonly string[];
  readonly parameters?: Readonly<Record<string, string>>;
  readonly accountWide?: boolean;
}

/** A rule with everything that is not said filled in. */
export function configRule(identifier: string, details: RuleDetails = {}): ConfigRule {
  return {
    identifier,
    name: details.name ?? identifier.toLowerCase().replaceAll("_", "-"),
    types: details.types ?? [],
    parameters: details.parameters ?? {},
    accountWide: details.accountWide ?? false,
  };
}
