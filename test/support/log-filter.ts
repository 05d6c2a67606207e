/** A record of CloudTrail, as far as a filter reads it. */
export type LogEvent = Readonly<Record<string, unknown>>;

/**
 * Whether CloudWatch Logs counts an event under a JSON filter pattern: `=`, `!=`, `NOT EXISTS`, `&&`,
 * `||` and parentheses, with `*` in a value for any text. It does not prove that CloudWatch reads the
 * pattern likewise; its manual's rules for these operators are followed. What `!=` makes of a field
 * that is not there, the manual does not say.
 * @throws where the pattern has something else, or the answer hangs on such a field
 */
export function matchesFilter(pattern: string, event: LogEvent): boolean {
  const tokens = [...pattern.matchAll(/\s*(&&|\|\||!=|=|\(|\)|\{|\}|NOT EXISTS|"[^"]*"|[^\s()={}!&|"]+)/guy)].map(([, token]) => token ?? "");
  if (tokens.join("").replaceAll(/\s/gu, "") !== pattern.replaceAll(/\s/gu, "")) {
    throw new Error(`a filter pattern with something unknown in it: ${pattern}`);
  }
  const rest = [...tokens];
  take(rest, "{");
  const result = either(rest, event);
  take(rest, "}");
  if (rest.length > 0) {
    throw new Error(`a filter pattern that goes on after its end: ${rest.join(" ")}`);
  }
  if (result === undefined) {
    throw new Error(`a filter pattern that compares what the event does not have: ${pattern}`);
  }
  return result;
}

/** True, false, or undefined where it hangs on a field that is not there. */
type Verdict = boolean | undefined;

function either(tokens: string[], event: LogEvent): Verdict {
  let result = both(tokens, event);
  while (tokens[0] === "||") {
    tokens.shift();
    const other = both(tokens, event);
    result = result === true || other === true ? true : result === undefined ? result : other;
  }
  return result;
}

function both(tokens: string[], event: LogEvent): Verdict {
  let result = term(tokens, event);
  while (tokens[0] === "&&") {
    tokens.shift();
    const other = term(tokens, event);
    result = result === false || other === false ? false : result === undefined ? result : other;
  }
  return result;
}

function term(tokens: string[], event: LogEvent): Verdict {
  if (tokens[0] === "(") {
    tokens.shift();
    const result = either(tokens, event);
    take(tokens, ")");
    return result;
  }
  const [selector = "", operator = ""] = tokens.splice(0, 2);
  const found = valueAt(event, selector);
  if (operator === "NOT EXISTS") {
    return found === undefined;
  }
  const wanted = (tokens.shift() ?? "").replace(/^"(.*)"$/u, "$1");
  const like = new RegExp(`^${wanted.split("*").map((part) => part.replaceAll(/[.\\+?()[\]^$|]/gu, "\\$&")).join(".*")}$`, "u");
  switch (operator) {
    case "=": return typeof found === "string" && like.test(found);
    case "!=": return typeof found === "string" ? !like.test(found) : undefined;
    default: throw new Error(`a filter pattern with the operator ${operator}`);
  }
}

function valueAt(event: LogEvent, selector: string): unknown {
  if (!selector.startsWith("$.")) {
    throw new Error(`a filter pattern that compares ${selector}`);
  }
  return selector.slice(2).split(".").reduce<unknown>((value, name) => (typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined), event);
}

function take(tokens: string[], wanted: string): void {
  const found = tokens.shift();
  if (found !== wanted) {
    throw new Error(`a filter pattern with ${found ?? "its end"} where ${wanted} belongs`);
  }
}
