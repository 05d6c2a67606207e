import { policyDocument, type Statement } from "../lib/policy-document.ts";

/** Characters of a managed policy, and managed policies of a role, that IAM takes. */
export const POLICY_CHARACTERS = 6144;
export const POLICIES_PER_ROLE = 10;

/** What a document holds besides its statements. */
const FRAME = policyDocument([]).length;

/**
 * Spreads statements over as few documents as need be; a statement that is too long for one is cut
 * into several that list parts of its actions. Equal statements give equal documents.
 */
export function policyParts(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const pieces = statements.flatMap(cut).map((statement) => ({ statement, size: sizeOf(statement) })).sort((one, other) => other.size - one.size);
  const parts: { readonly held: Statement[]; size: number }[] = [];
  for (const { statement, size } of pieces) {
    // A comma parts a statement from the one before.
    const room = parts.find((part) => part.size + 1 + size <= POLICY_CHARACTERS);
    if (room === undefined) {
      parts.push({ held: [statement], size: FRAME + size });
    } else {
      room.held.push(statement);
      room.size += 1 + size;
    }
  }
  return parts.map(({ held }) => held);
}

/** Pieces of a quarter of a document at most, so that little room is lost when they are packed. */
function cut(statement: Statement): readonly Statement[] {
  // The number that a later piece's sid ends in has two digits at most.
  const frame = sizeOf({ ...statement, actions: [] }) + 2;
  const pieces: { readonly actions: string[]; size: number }[] = [];
  for (const action of statement.actions) {
    const size = JSON.stringify(action).length + 1;
    const last = pieces.at(-1);
    if (last === undefined || last.size + size > POLICY_CHARACTERS / 4) {
      pieces.push({ actions: [action], size: frame + size });
    } else {
      last.actions.push(action);
      last.size += size;
    }
  }
  return pieces.map(({ actions }, index) => ({ ...statement, actions, sid: index === 0 ? statement.sid : `${statement.sid}${String(index + 1)}` }));
}

function sizeOf(statement: Statement): number {
  return policyDocument([statement]).length - FRAME;
}
