import { AlternativeContact } from "@pulumi/aws/account/alternativeContact.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../lib/problems.ts";

/** Somebody whom AWS tells, instead of the owner of the root mailbox alone. */
export interface AccountContact {
  /** Person or team, at most 64 characters. */
  readonly name: string;
  /** Such as `Security Officer`, at most 50 characters. */
  readonly title: string;
  /** Mailbox that is read by more than one person. */
  readonly email: string;
  /** Digits with + ( ) - and spaces, at most 25. */
  readonly phone: string;
}

/** Whom AWS tells of what. */
export interface AccountContacts {
  /**
   * Abuse reports, leaked credentials, security notices.
   * @default the account's owner
   */
  readonly security?: AccountContact;
  /**
   * Changes and outages of services.
   * @default the account's owner
   */
  readonly operations?: AccountContact;
  /**
   * Invoices.
   * @default the account's owner
   */
  readonly billing?: AccountContact;
}

/** Registers the contacts that are given. */
export function createContacts(parent: pulumi.Resource, name: string, contacts: AccountContacts): void {
  for (const [kind, contact] of given(contacts)) {
    new AlternativeContact(`${name}-contact-${kind}`, {
      alternateContactType: kind.toUpperCase(), name: contact.name, title: contact.title, emailAddress: contact.email, phoneNumber: contact.phone,
    }, { parent });
  }
}

/** What AWS would refuse. Pure, so that a stack's configuration is held to the same. */
export function contactProblems(argument: string, contacts: AccountContacts): readonly Problem[] {
  return given(contacts).flatMap(([kind, contact]) => {
    const at = `${argument}.${kind}`;
    return [
      ...matching(`${at}.name`, contact.name, /^\S.{0,63}$/u, "1 to 64 characters", "Name a person or a team"),
      ...matching(`${at}.title`, contact.title, /^\S.{0,49}$/u, "1 to 50 characters", "Give the role, such as Security Officer"),
      ...matching(`${at}.email`, contact.email, /^[\w+=.#|!&-]+@[\w.-]+\.\w+$/u, "one mail address", "Give a mailbox that is read by more than one person"),
      ...matching(`${at}.phone`, contact.phone, /^[\s0-9()+-]{1,25}$/u, "1 to 25 digits, spaces and ( ) + -", "Give a number that is answered, such as +1 555 0100"),
    ];
  });
}

function given({ security, operations, billing }: AccountContacts): readonly (readonly [string, AccountContact])[] {
  const contacts = [["security", security], ["operations", operations], ["billing", billing]] as const;
  return contacts.flatMap(([kind, contact]) => (contact === undefined ? [] : [[kind, contact] as const]));
}

function matching(argument: string, value: string, pattern: RegExp, allowed: string, change: string): readonly Problem[] {
  return pattern.test(value) ? [] : [{ argument, value, allowed, change }];
}
