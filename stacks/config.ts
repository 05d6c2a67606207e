import type * as z from "zod";
import { capacityProblems } from "./capacity.ts";
import { checkCodeProblems } from "./compliance-check.ts";
import { componentProblems } from "./config/components.ts";
import { checkedConfig, handedOver } from "./config/reading.ts";
import { relationProblems } from "./config/relations.ts";
import { schema } from "./config/schema.ts";
import { SECRET_FIELDS, secretProblems } from "./config/secrets.ts";
import { serverlessSchema } from "./config/serverless.ts";
import { budgetProblems } from "./cost/budget.ts";
import { textsIn } from "./secret-outputs.ts";

/** The configuration of one platform stack, checked and complete. */
export type PlatformConfig = Readonly<z.infer<typeof schema>>;
/** The same of a stack without network, cluster and database. */
export type ServerlessConfig = Readonly<z.infer<typeof serverlessSchema>>;
/** The configuration of any stack; `profile` tells which. */
export type StackConfig = PlatformConfig | ServerlessConfig;

/**
 * Reads and checks the stack's configuration.
 * @throws {pulumi.RunError} with every problem: the key, the value, what is allowed, what to change
 */
export function readConfig(): StackConfig {
  const { raw, ...place } = handedOver();
  return parseConfig(raw, place.stack, place.project, { secrets: place.secrets });
}

/** Every text that the stack's configuration keeps secret. */
export function secretTexts(): readonly string[] {
  const { raw, secrets } = handedOver();
  return [...secrets].flatMap((field) => textsIn(raw[field]));
}

/** What parseConfig takes beside the configuration. */
export interface ParseOptions {
  /**
   * Day against which waivers expire.
   * @default now
   */
  readonly today?: Date;
  /**
   * Top-level fields whose value is stored as a secret, and never repeated.
   * @default none
   */
  readonly secrets?: ReadonlySet<string>;
}

/**
 * The part of readConfig that asks no engine; of the disk, only whether code is where the configuration says.
 * @throws {pulumi.RunError} as readConfig does
 */
export function parseConfig(
  raw: Readonly<Record<string, unknown>>, stack: string, project: string, { today = new Date(), secrets = new Set() }: ParseOptions = {},
): StackConfig {
  const whole: z.ZodType<StackConfig> = raw["profile"] === "serverless" ? serverlessSchema : schema;
  return checkedConfig(raw, { stack, project, secrets: new Set([...secrets, ...SECRET_FIELDS]), today }, {
    schema: whole,
    relations: (config, day) => [...relationProblems(config, day), ...secretProblems(config, secrets)],
    refusals: (config) => [...(config.profile === "platform" ? [...componentProblems(config), ...capacityProblems(config), ...checkCodeProblems(config)] : []), ...budgetProblems(config)],
  });
}
