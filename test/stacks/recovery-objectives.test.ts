import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attainedObjectives, DrMode, renderObjectives } from "../../stacks/recovery-objectives.ts";

const MODES = Object.values(DrMode);

/* Proves what the model says. Does not prove what AWS attains on a bad day: a drill does. */
describe("attained objectives", () => {
  test("replicas meet 15 minutes and an hour, backups meet neither (S1-69, S1-70)", () => {
    expect(attainedObjectives({ mode: "pilotLight", backupEveryHours: 1 })).toMatchObject({ rpoMinutes: 15, rtoMinutes: 50 });
    expect(attainedObjectives({ mode: "warmStandby", backupEveryHours: 24, engine: "aurora-postgresql" })).toMatchObject({ rpoMinutes: 15, rtoMinutes: 32 });
    expect(attainedObjectives({ mode: "backup", backupEveryHours: 1 })).toMatchObject({ rpoMinutes: 180, rtoMinutes: 310 });
  });

  test("of the platform are never better than those of any store, in every mode", () => {
    fc.assert(fc.property(fc.constantFrom(...MODES), fc.constantFrom(1, 2, 3, 4, 6, 8, 12, 24), (mode, backupEveryHours) => {
      const { stores, rpoMinutes, rtoMinutes } = attainedObjectives({ mode, backupEveryHours });
      expect(stores.length).toBeGreaterThanOrEqual(3);
      for (const store of stores) {
        expect(store.rpoMinutes).toBeLessThanOrEqual(rpoMinutes);
        expect(store.rtoMinutes).toBeLessThan(rtoMinutes);
      }
    }));
  });

  test("are shown a line for each store and one for the platform", () => {
    const lines = renderObjectives(attainedObjectives({ mode: "pilotLight", backupEveryHours: 1 }), "pilotLight").split("\n");
    expect(lines[0]).toBe("Recovery when the region is lost (dr.mode pilotLight), in minutes");
    expect(lines).toContain("  database         RPO    5  RTO   31  cross-region read replica, seconds behind in normal operation; promotion takes minutes and a restart");
    expect(lines.at(-1)).toMatch(/^ {2}platform +RPO +15 {2}RTO +50 /u);
  });
});
