import * as pulumi from "@pulumi/pulumi";
import { alertNames, type ComplianceCheck, keyAlias, KeyClass, type KeyRing, type SecurityAlerts } from "../components/index.ts";
import type { PlatformConfig } from "./config.ts";
import type { ConfigProblem } from "./config/relations.ts";
import { kindOf } from "./disk/code-files.ts";
import type { Place } from "./foundation.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** Endings by which Node finds a module of the handler's name. */
const ENDINGS = ["mjs", "js", "cjs"];

/** Code of the compliance check that is not there, or does not hold its handler: Lambda would say so only once everything else exists. */
export function checkCodeProblems({ compliance: { check } }: Pick<PlatformConfig, "compliance">): readonly ConfigProblem[] {
  if (check === undefined) {
    return [];
  }
  const { codePath, handler } = check;
  const kind = kindOf(codePath);
  if (kind === "zip") {
    return [];
  }
  if (kind !== "folder") {
    const found = kind === "nothing" ? "there is nothing" : "the file that is there is no zip archive";
    return [{ key: "compliance.check.codePath", value: codePath, advice: `a folder or a zip archive of the project with the function's code; ${found}. Build the code, or correct the path` }];
  }
  const module = handler.slice(0, handler.lastIndexOf("."));
  const files = ENDINGS.map((ending) => `${module}.${ending}`);
  return files.some((file) => kindOf(codePath, file) === "file") ? [] : [{
    key: "compliance.check.handler", value: handler, advice: `an export of a file in ${codePath}: there is none of ${files.join(", ")}. Build the code, or correct the name`,
  }];
}

/** What ComplianceMonitor takes of the configuration's check; undefined where it names no code. */
export function complianceCheck({ config, deployment }: Place, keys: KeyRing, alerts: SecurityAlerts): ComplianceCheck | undefined {
  const { check } = config.compliance;
  if (check === undefined) {
    return undefined;
  }
  return {
    // A path from the project, so that the state is the same on every machine.
    code: new pulumi.asset.FileArchive(`./${check.codePath}`),
    handler: check.handler,
    schedule: rateOf(check.everyMinutes),
    // What is urgent raises a critical alert by its own event; this repeats itself until it is put right.
    alertTopicName: config.alerts.existingTopicArn?.split(":").at(-1) ?? alertNames(deployment).warningTopic,
    alertTopicArn: alerts.warningTopicArn,
    messagesKeyArn: keys.keyArn(KeyClass.Messages),
    messagesKeyAlias: keyAlias(config.prefix, KeyClass.Messages),
    settingsKeyArn: keys.keyArn(KeyClass.Secrets),
    logsKeyArn: keys.keyArn(KeyClass.Logs),
    logRetentionDays: config.logs.retentionDays,
    ...withoutUndefined({ topicKeyAlias: check.topicKeyAlias }),
  };
}

/** Minutes in EventBridge's words, which want a singular for one. */
export function rateOf(minutes: number): string {
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, "hour"] : [minutes, "minute"];
  return `rate(${String(count)} ${unit}${count === 1 ? "" : "s"})`;
}
