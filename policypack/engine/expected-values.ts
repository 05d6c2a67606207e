import type { Reader } from "./reader.ts";
import type { Finding } from "./rule.ts";

/** A finding unless the switch at `path`, or what AWS takes when it is absent, is as required. */
export function judgeSwitch(props: Reader, path: string, expected: { readonly required: boolean; readonly absent: boolean }): readonly Finding[] {
  const { owner, name } = ownerOf(props, path);
  const value = owner?.boolean(name);
  if ((value ?? expected.absent) === expected.required) {
    return [];
  }
  const found = value === undefined ? `nothing, so ${String(expected.absent)}` : String(value);
  return [{ property: props.pathOf(path), found, required: String(expected.required) }];
}

/** A finding unless the text at `path`, or what AWS takes when it is absent, is one of those allowed. */
export function judgeText(props: Reader, path: string, expected: { readonly allowed: readonly string[]; readonly absent?: string }): readonly Finding[] {
  const { owner, name } = ownerOf(props, path);
  const value = owner?.string(name);
  const effective = value ?? expected.absent;
  if (effective !== undefined && expected.allowed.includes(effective)) {
    return [];
  }
  const found = value ?? (expected.absent === undefined ? "nothing" : `nothing, so ${expected.absent}`);
  return [{ property: props.pathOf(path), found, required: expected.allowed.map((text) => `"${text}"`).join(" or ") }];
}

/** A finding unless something is given at `path`; its value may still be unknown. */
export function judgePresence(props: Reader, path: string, required: string): readonly Finding[] {
  const { owner, name } = ownerOf(props, path);
  return owner?.has(name) === true ? [] : [{ property: props.pathOf(path), found: "nothing", required }];
}

/** A finding unless at least so many days are given. */
export function judgeDays(props: Reader, name: string, expected: { readonly atLeast: number; readonly absent: number }): readonly Finding[] {
  const value = props.number(name);
  if ((value ?? expected.absent) >= expected.atLeast) {
    return [];
  }
  const found = value === undefined ? `nothing, so ${daysText(expected.absent)}` : daysText(value);
  return [{ property: props.pathOf(name), found, required: `at least ${daysText(expected.atLeast)}` }];
}

function daysText(days: number): string {
  return `${String(days)} ${days === 1 ? "day" : "days"}`;
}

/** The block that holds the last name of a dotted path; blocks are objects in some types, lists of one in others. */
function ownerOf(props: Reader, path: string): { readonly owner: Reader | undefined; readonly name: string } {
  const names = path.split(".");
  const name = names.pop() ?? path;
  let owner: Reader | undefined = props;
  for (const block of names) {
    owner = owner?.has(block) === true ? owner.objects(block)[0] : undefined;
  }
  return { owner, name };
}
