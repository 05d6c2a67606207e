import { expect, test } from "vitest";
import { testProgramOfMistakes } from "./program-of-mistakes.ts";

/*
 * Proves, through the real engine, that the pack blocks each mistake of examples/violations-account, in what
 * watches over an account and in who gets into it, and flags nothing else.
 */
testProgramOfMistakes("violations-account", ({ preview }) => {
  test("is never quoted with its password", () => {
    expect(preview().text).toContain("ssm-parameter-secure-string");
    expect(preview().text).not.toContain("correct horse");
  });
});
