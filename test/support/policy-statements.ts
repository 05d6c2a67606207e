/** One statement of a policy document, as AWS reads it. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | { readonly AWS?: readonly string[]; readonly Service?: readonly string[]; readonly Federated?: readonly string[] };
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
  /** Operator, then key, then values. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Statements of a document, which must be known. @throws when it is not JSON text */
export function statementsOf(document: unknown): readonly PolicyStatement[] {
  if (typeof document !== "string") {
    throw new Error(`a policy document is text, not ${JSON.stringify(document)}`);
  }
  const { Statement: statements }: { readonly Statement: readonly PolicyStatement[] } = JSON.parse(document);
  return statements;
}

/** The statement with one sid. @throws when there is none */
export function statement(document: unknown, sid: string): PolicyStatement {
  const found = statementsOf(document).find((candidate) => candidate.Sid === sid);
  if (found === undefined) {
    throw new Error(`no statement ${sid}; there are: ${statementsOf(document).map(({ Sid }) => Sid).join(", ")}`);
  }
  return found;
}
