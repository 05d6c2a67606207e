import { expect, test } from "vitest";
import { testProgramOfMistakes } from "./program-of-mistakes.ts";

/*
 * Proves, through the real engine, that the pack blocks each mistake in and around a Kubernetes cluster of
 * examples/violations-kubernetes, objects that another provider registers among them, and flags nothing else.
 */
testProgramOfMistakes("violations-kubernetes", ({ preview }) => {
  test("is never quoted with its password", () => {
    expect(preview().text).toContain("DATABASE_PASSWORD in plain text");
    expect(preview().text).not.toContain("correct horse");
  });
});
