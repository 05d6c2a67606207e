import type { Statement } from "./policy-document.ts";

/** Hears why permissions exist, which no document of AWS has a place for. */
export interface ReasonListener {
  /** A policy document was rendered from these statements. */
  readonly statements?: (document: string, statements: readonly Statement[]) => void;
  /** A policy that AWS maintains is attached, by the attachment of this logical name. */
  readonly attachment?: (logicalName: string, reason: string) => void;
  /** The policy of this logical name is not made: others take its place. */
  readonly replacement?: (logicalName: string) => void;
}

/** Nobody, unless a report is being made or replacements are looked after: nothing is kept for a run of the program. */
const listeners = new Set<ReasonListener>();

/** Tells the listener all reasons from now on. @returns ends that */
export function listenToReasons(listener: ReasonListener): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

export function tellStatements(document: string, statements: readonly Statement[]): void {
  for (const listener of listeners) {
    listener.statements?.(document, statements);
  }
}

export function tellAttachment(logicalName: string, reason: string): void {
  for (const listener of listeners) {
    listener.attachment?.(logicalName, reason);
  }
}

export function tellReplacement(logicalName: string): void {
  for (const listener of listeners) {
    listener.replacement?.(logicalName);
  }
}
