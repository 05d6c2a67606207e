import { DEPLOY_ACTIONS } from "./deploy-actions/deployable-types.ts";

/** What the resources of some types ask for, gathered by service. */
export interface DeployRights {
  /** Actions held to resources, by section (see sectionOf). */
  readonly named: ReadonlyMap<string, readonly string[]>;
  /** Actions that AWS holds to no resource, and lookups, with their service's prefix. */
  readonly anywhere: readonly string[];
  /** Services to which roles of the deployment are passed. */
  readonly passedTo: readonly string[];
  /** Services that make a role of their own in the account. */
  readonly linked: readonly string[];
  /** Services through which the deployment's keys are used. */
  readonly keysThrough: readonly string[];
}

/** Which of the words count: all of them, or those that read. */
export const Reach = {
  Deploy: "deploy",
  Read: "read",
} as const;
export type Reach = (typeof Reach)[keyof typeof Reach];

const KINDS = { pass: "passedTo", linked: "linked", key: "keysThrough" } as const;
const READING = /^(?:BatchGet|Describe|Get|GET$|List|View)/u;
/** Reads that give out content rather than settings: no preview needs them. */
const CONTENT: ReadonlySet<string> = new Set(["s3:GetObject", "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters"]);

/**
 * What it takes to deploy, or to read, resources of the given types; pure, and the same for the same
 * types in any order. Types that are not in the table ask for nothing: refuse them first.
 */
export function deployRights(types: readonly string[], reach: Reach): DeployRights {
  const named = new Map<string, Set<string>>();
  const sets = { anywhere: new Set<string>(), passedTo: new Set<string>(), linked: new Set<string>(), keysThrough: new Set<string>() };
  const wanted = new Set(types);
  for (const { service, section, types: table } of DEPLOY_ACTIONS) {
    for (const word of Object.entries(table).flatMap(([type, words]) => (wanted.has(type) ? wordsOf(words) : []))) {
      const [first = "", second] = word.split(":");
      const kind = second === undefined ? undefined : kindOf(first);
      const action = second === undefined ? `${service}:${first}` : word;
      if (kind !== undefined) {
        if (reach === Reach.Deploy) {
          sets[kind].add(second ?? "");
        }
      } else if (reach === Reach.Deploy || isReading(action)) {
        const held = second === undefined ? sectionOf(service, section) : sectionOf(first);
        const actions = isAnywhere(action) ? sets.anywhere : named.get(held) ?? new Set<string>();
        actions.add(action);
        if (actions !== sets.anywhere) {
          named.set(held, actions);
        }
      }
    }
  }
  return {
    named: new Map([...named].sort(([one], [other]) => (one < other ? -1 : 1)).map(([held, actions]) => [held, sorted(actions)])),
    anywhere: sorted(sets.anywhere),
    passedTo: sorted(sets.passedTo),
    linked: sorted(sets.linked),
    keysThrough: sorted(sets.keysThrough),
  };
}

/** Key of a section of the table: the service, and what parts it from the service's first. */
export function sectionOf(service: string, section?: string): string {
  return section === undefined ? service : `${service}-${section}`;
}

function wordsOf(words: string): readonly string[] {
  return words.split(/\s+/u).filter((word) => word !== "");
}

function kindOf(first: string): "passedTo" | "linked" | "keysThrough" | undefined {
  return first === "pass" || first === "linked" || first === "key" ? KINDS[first] : undefined;
}

function isReading(action: string): boolean {
  return READING.test(action.split(":")[1] ?? "") && !CONTENT.has(action);
}

const ANYWHERE: ReadonlySet<string> = new Set(DEPLOY_ACTIONS.flatMap(({ service, anywhere }) => wordsOf(anywhere ?? "").map((action) => `${service}:${action}`)));

/** Lookups by `Describe` mostly take no resource, and tell of settings alone. */
function isAnywhere(action: string): boolean {
  return ANYWHERE.has(action) || /:Describe/u.test(action);
}

function sorted(values: ReadonlySet<string>): readonly string[] {
  return [...values].sort();
}
