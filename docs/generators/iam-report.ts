import type { Recorded } from "../../recording/record.ts";
import type { Reasons } from "./iam-reasons.ts";
import { type ReportedStatement, statementsOf } from "./iam-statements.ts";
import { type Room, roomsOf } from "./room.ts";

/** A policy of the program's own (customer-managed). */
export interface OwnPolicy {
  readonly policy: string;
  /** Written into the role itself, which no other role can share and no list of policies shows. */
  readonly inline: boolean;
  readonly statements: readonly ReportedStatement[];
}

/** A policy that somebody else maintains, as a rule AWS. */
export interface ManagedPolicy {
  /** Its name with the path where AWS maintains it, else its ARN. */
  readonly policy: string;
  readonly reason: string | undefined;
}

export interface ReportedRole {
  readonly component: string;
  /** Class of the component. */
  readonly kind: string;
  readonly role: string;
  readonly description: string;
  /** Who may assume it. */
  readonly trust: readonly ReportedStatement[];
  readonly own: readonly OwnPolicy[];
  readonly managed: readonly ManagedPolicy[];
}

/** A policy that the program makes and gives to none of its roles. */
export interface LoosePolicy extends OwnPolicy {
  readonly component: string;
  readonly kind: string;
  readonly description: string;
}

/** Every permission of a stack's roles, each with its reason (S5-12). */
export interface IamReport {
  readonly stack: string;
  readonly roles: readonly ReportedRole[];
  readonly loose: readonly LoosePolicy[];
}

/** The report of one recorded program. Components stand in the order of the recording. */
export function iamReport(stack: string, recording: readonly Recorded[], reasons: Reasons): IamReport {
  const policies = new Map(ofType(recording, "policy").map((policy) => [policy.urn, policy]));
  const attachments = ofType(recording, "rolePolicyAttachment");
  const attachedOf = (attachment: Recorded): Recorded | undefined => attachment.inputDependencies["policyArn"]?.map((urn) => policies.get(urn)).find((policy) => policy !== undefined);
  const attached = new Set(attachments.map(attachedOf));
  const rooms = roomsOf(recording);
  const inRoom = <Item>(resources: (room: Room) => readonly Recorded[], make: (resource: Recorded, room: Room) => Item): readonly Item[] =>
    rooms.flatMap((room) => resources(room).map((resource) => make(resource, room)));
  const own = ({ name, inputs }: Recorded): OwnPolicy => ({ policy: text(inputs["name"], name), inline: false, statements: statementsOf(inputs["policy"], reasons) });

  const roles = inRoom((room) => ofType(room.resources, "role"), ({ name, inputs }, room): ReportedRole => {
    const role = text(inputs["name"], name);
    const mine = attachments.filter((attachment) => attachment.inputs["role"] === role);
    return {
      component: room.name, kind: room.kind, role, description: text(inputs["description"], ""),
      trust: statementsOf(inputs["assumeRolePolicy"], reasons),
      own: [
        ...mine.flatMap((attachment) => attachedOf(attachment) ?? []).map(own),
        ...ofType(recording, "rolePolicy").filter((inline) => inline.inputs["role"] === role).map((inline) => ({ ...own(inline), inline: true })),
        ...list(inputs["inlinePolicies"]).map((inline) => ({ policy: text(inline["name"], "inline"), inline: true, statements: statementsOf(inline["policy"], reasons) })),
      ],
      managed: [
        ...mine.filter((attachment) => attachedOf(attachment) === undefined)
          .map((attachment) => ({ policy: policyName(attachment.inputs["policyArn"]), reason: reasons.attachment(attachment.name) })),
        ...(Array.isArray(inputs["managedPolicyArns"]) ? inputs["managedPolicyArns"] : []).map((arn: unknown) => ({ policy: policyName(arn), reason: undefined })),
      ],
    };
  });
  // Its name, its trust and its policy are AWS's.
  const serviceLinked = inRoom((room) => ofType(room.resources, "serviceLinkedRole"), ({ inputs }, room): ReportedRole => ({
    component: room.name, kind: room.kind, role: `service-linked role of ${text(inputs["awsServiceName"], "")}`, description: text(inputs["description"], ""),
    trust: [], own: [], managed: [{ policy: `maintained by ${text(inputs["awsServiceName"], "")}`, reason: text(inputs["description"], "") || undefined }],
  }));
  return {
    stack,
    roles: byRoom([...roles, ...serviceLinked], rooms),
    loose: inRoom((room) => ofType(room.resources, "policy").filter((policy) => !attached.has(policy)), (policy, room) => ({
      component: room.name, kind: room.kind, description: text(policy.inputs["description"], ""), ...own(policy),
    })),
  };
}

function byRoom<Item extends { readonly component: string }>(items: readonly Item[], rooms: readonly Room[]): readonly Item[] {
  return rooms.flatMap(({ name }) => items.filter(({ component }) => component === name));
}

function ofType(resources: readonly Recorded[], kind: string): readonly Recorded[] {
  return resources.filter(({ type }) => type.startsWith(`aws:iam/${kind}:`));
}

function policyName(arn: unknown): string {
  return text(arn, "unknown").replace(/^arn:[a-z-]+:iam::aws:policy\//u, "");
}

function text(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}

function list(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map((item: unknown) => ({ ...Object(item) })) : [];
}
