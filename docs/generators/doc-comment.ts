import ts from "typescript";

/** A documentation comment: its text, and what follows each tag. */
export interface DocComment {
  readonly text: string;
  readonly tags: ReadonlyMap<string, string>;
}

/** The comment right before a declaration; empty where there is none. */
export function commentOf(node: ts.Node): DocComment {
  const comments = ts.getJSDocCommentsAndTags(documented(node)).filter(ts.isJSDoc);
  return {
    text: comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "").join("\n").trim(),
    tags: new Map(comments.flatMap(({ tags }) => [...tags ?? []].map(({ tagName, comment }) => [tagName.text, ts.getTextOfJSDocComment(comment) ?? ""] as const))),
  };
}

/** A constant's comment stands before its statement. */
function documented(node: ts.Node): ts.Node {
  return ts.isVariableDeclaration(node) ? node.parent.parent : node;
}
