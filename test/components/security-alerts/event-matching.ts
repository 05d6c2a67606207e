/** Whether EventBridge would match an event, as far as the patterns of the alerts go (AWS: "Event patterns"). */
export function matches(pattern: unknown, event: unknown): boolean {
  if (!isRecord(pattern) || !isRecord(event)) {
    return false;
  }
  return Object.entries(pattern).every(([field, wanted]) => {
    if (field === "$or") {
      return Array.isArray(wanted) && wanted.some((alternative) => matches(alternative, event));
    }
    const value = event[field];
    if (!Array.isArray(wanted)) {
      return Array.isArray(value) ? value.some((member) => matches(wanted, member)) : matches(wanted, value);
    }
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.some((one) => wanted.some((matcher) => matchesValue(matcher, one)));
  });
}

function matchesValue(matcher: unknown, value: unknown): boolean {
  if (!isRecord(matcher)) {
    return matcher === value;
  }
  const { prefix, numeric, "anything-but": others } = matcher;
  if (typeof prefix === "string") {
    return typeof value === "string" && value.startsWith(prefix);
  }
  if (Array.isArray(numeric)) {
    return typeof value === "number" && holds(numeric, value);
  }
  return Array.isArray(others) && value !== undefined && !others.includes(value);
}

function holds(comparison: readonly unknown[], value: number): boolean {
  for (let index = 0; index < comparison.length; index += 2) {
    const bound = Number(comparison[index + 1]);
    const isWithin = comparison[index] === ">=" ? value >= bound : comparison[index] === "<" && value < bound;
    if (!isWithin) {
      return false;
    }
  }
  return true;
}

/** What EventBridge delivers: the template with the event's values in it; fields that the event lacks stay empty. */
export function transformed({ inputPaths, inputTemplate }: { readonly inputPaths: Readonly<Record<string, string>>; readonly inputTemplate: string }, event: unknown): string {
  return inputTemplate.replaceAll(/<([A-Za-z]+)>/gu, (_match, name: string) => {
    const path = inputPaths[name];
    if (path === undefined) {
      throw new Error(`the template names <${name}>, which has no path`);
    }
    const value = path.slice("$.".length).split(".").reduce<unknown>((current, part) => {
      const [, field = "", index] = /^([^[]+)(?:\[(\d+)\])?$/u.exec(part) ?? [];
      const member = isRecord(current) ? current[field] : undefined;
      return index === undefined ? member : (Array.isArray(member) ? member[Number(index)] : undefined);
    }, event);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
