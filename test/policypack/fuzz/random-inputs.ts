import { UNKNOWN } from "../unknown-value.ts";

/** Numbers that look random and are the same for the same seed. */
export interface RandomSource {
  /** A whole number from 0 to below the limit. */
  below(limit: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

/** Mulberry32: small, fast, and good enough to vary inputs. */
export function randomSource(seed: number): RandomSource {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) * limit) / 2 ** 32 | 0;
  };
  return { below, pick: (items) => items[below(items.length)] ?? items[0] };
}

const STATEMENT = { Effect: "Allow", Principal: "*", Action: ["*", "s3:Get?"], Resource: "*", Condition: { StringLike: { "aws:PrincipalOrgID": ["*"] } } };

/** Values of every shape that a program or an exported state may hold where a rule looks, sensible and not. */
const LEAVES: readonly [unknown, ...unknown[]] = [
  UNKNOWN, undefined, null, true, false, 0, -1, 1, 1.5, 22, 443, 2192, Number.NaN, Number.MAX_SAFE_INTEGER, "", "*", "0", "-1", "true", "false", "All", "Enabled", "ENABLED",
  "phi", "audit", "Production", "Development", "HIPAA", "aws:kms", "AES256", "required", "10.0.0.0/8", "0.0.0.0/0", "::/0", "999.1.1.1/99", "tcp", "-1",
  "arn:aws:s3:::x/*", "arn:aws:iam::123456789012:root", "arn:aws:kms:us-east-1:123456789012:key/*", "arn:", ":::::", "us-east-1", "eu-central-1", "cron(0 5 ? * * *)", "rate(0 days)",
  "{", "[]", "null", "\u0000", "\uD800", "${aws:username}", '{"Statement":[{}]}', '{"Statement":"x"}', JSON.stringify({ Statement: STATEMENT }), JSON.stringify({ Statement: [STATEMENT, { ...STATEMENT, NotAction: "*", NotPrincipal: {}, Condition: null }] }),
  "id", "subject.id", "x".repeat(2000), "(a+)+$", "2026-11-22",
];

/** A value of any shape, up to a few levels deep; an object answers to every name, so that a rule finds something wherever it looks. */
export function randomValue(source: RandomSource, depth = 3): unknown {
  switch (depth === 0 ? 0 : source.below(4)) {
    case 1:
      return Array.from({ length: source.below(4) }, () => randomValue(source, depth - 1));
    case 2:
      return answering(source, depth - 1);
    case 3:
      return { Statement: randomValue(source, depth - 1), key: randomValue(source, depth - 1), value: randomValue(source, depth - 1) };
    default:
      return source.pick(LEAVES);
  }
}

/** An object that has every property asked of it, the same one each time. */
export function answering(source: RandomSource, depth = 3): object {
  const seed = source.below(2 ** 31);
  const given = new Map<string, unknown>();
  const valueOf = (name: string): unknown => {
    if (!given.has(name)) {
      given.set(name, randomValue(randomSource(seed + hash(name)), depth));
    }
    return given.get(name);
  };
  return new Proxy({}, {
    get: (target, name) => (typeof name === "symbol" || name === "toString" || name === "toJSON" ? Reflect.get(target, name) : valueOf(name)),
    has: () => true,
    ownKeys: () => [...new Set([...LISTED, ...given.keys()])],
    getOwnPropertyDescriptor: (_target, name) => (typeof name === "string" ? { configurable: true, enumerable: true, value: valueOf(name) } : undefined),
  });
}

/** Names that an object lists before it was asked for any. */
const LISTED = ["StringEquals", "aws:SourceArn", "key"];

function hash(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    sum = (Math.imul(sum, 31) + text.charCodeAt(index)) | 0;
  }
  return sum;
}
