import { expect, test } from "vitest";
import { testProgramOfMistakes } from "./program-of-mistakes.ts";

/*
 * Proves, through the real engine, that the pack blocks each deliberate mistake of examples/violations-services
 * and flags nothing else. That each rule judges well is for the tests of the rules.
 */
testProgramOfMistakes("violations-services", ({ preview }) => {
  test.each(["correct horse", "correct-horse"])("is never quoted with its credential %s", (credential) => {
    expect(preview().text).not.toContain(credential);
  });
});
