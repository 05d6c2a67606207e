import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockAt, contains, formatBlock, type Ipv4Block, overlaps, parseBlock, sizeOf } from "../../../components/secure-vpc/ipv4-block.ts";

/** Any block there is. */
const anyBlock = fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 32 }))
  .map(([address, prefix]): Ipv4Block => ({ first: address - address % 2 ** (32 - prefix), prefix }));

describe("parseBlock", () => {
  test.each([
    ["10.0.0.1/16", "an address beyond the prefix"], ["10.0.0.0", "no prefix"], ["10.0.0.0/33", "a prefix that is too long"], ["10.0.0/16", "three bytes"],
    ["10.0.0.256/32", "a byte above 255"], ["fd00::/8", "IPv6"], ["", "nothing"], [" 10.0.0.0/16", "a blank"], ["10.0.0.0/16,", "more after it"],
  ])("refuses %j: %s", (text) => {
    expect(parseBlock(text)).toBeUndefined();
  });

  test("reads what formatBlock writes", () => {
    fc.assert(fc.property(anyBlock, (block) => {
      expect(parseBlock(formatBlock(block))).toEqual(block);
    }));
  });
});

describe("blocks", () => {
  test("overlap exactly when they share an address", () => {
    fc.assert(fc.property(anyBlock, anyBlock, (one, other) => {
      const shared = Math.max(one.first, other.first) < Math.min(one.first + sizeOf(one), other.first + sizeOf(other));
      expect(overlaps(one, other)).toBe(shared);
      expect(overlaps(other, one)).toBe(shared);
    }));
  });

  test("contain the parts they are divided into, which do not overlap", () => {
    fc.assert(fc.property(anyBlock.filter(({ prefix }) => prefix <= 28), fc.integer({ min: 1, max: 4 }), (block, bits) => {
      const parts = Array.from({ length: 2 ** bits }, (_, index) => blockAt(block, block.prefix + bits, index));
      expect(parts.every((part) => contains(block, part))).toBe(true);
      expect(parts.every((part, index) => parts.slice(index + 1).every((other) => !overlaps(part, other)))).toBe(true);
    }));
  });
});
