import { listenToReasons } from "../../components/lib/permission-reasons.ts";

/** Why permissions exist, as components said it while a program ran. */
export interface Reasons {
  /** Reason of one statement of a document; undefined for a document that no component rendered. */
  readonly statement: (document: string, index: number) => string | undefined;
  /** Reason of the attachment of a policy that AWS maintains. */
  readonly attachment: (logicalName: string) => string | undefined;
}

/** Runs a program and keeps the reasons that it gives. */
export async function withReasons<Result>(program: () => Promise<Result>): Promise<{ readonly result: Result; readonly reasons: Reasons }> {
  const statements = new Map<string, Set<string>>();
  const attachments = new Map<string, string>();
  const stop = listenToReasons({
    statements: (document, rendered) => {
      for (const [index, { reason }] of rendered.entries()) {
        // Equal documents may stand in several places, each for a reason of its own.
        statements.set(keyOf(document, index), (statements.get(keyOf(document, index)) ?? new Set()).add(reason.trim()));
      }
    },
    attachment: (logicalName, reason) => { attachments.set(logicalName, reason.trim()); },
  });
  try {
    const result = await program();
    return {
      result,
      reasons: {
        statement: (document, index) => given([...statements.get(keyOf(document, index)) ?? []].join("; ")),
        attachment: (logicalName) => given(attachments.get(logicalName)),
      },
    };
  } finally {
    stop();
  }
}

function keyOf(document: string, index: number): string {
  return `${String(index)} ${document}`;
}

/** An empty reason is none. */
function given(reason: string | undefined): string | undefined {
  return reason === "" ? undefined : reason;
}
