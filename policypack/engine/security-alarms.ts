import type { JudgedStack, StackFinding } from "./rule.ts";

const TRAIL = "aws:cloudtrail/trail:Trail";
const FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

/**
 * A finding on the first trail of the stack for what no alarm tells anyone: each value (an event's
 * name, or another value of a field) must stand after `=` in the pattern of a metric filter whose metric
 * an alarm with an action watches. Several filters may share the values.
 */
export function unwatched(stack: JudgedStack, values: readonly string[]): readonly StackFinding[] {
  const [trail] = stack.ofType(TRAIL);
  const watched = watchedMetrics(stack);
  const patterns = stack.ofType(FILTER).flatMap(({ props }) => {
    const metric = props.object("metricTransformation");
    return watched.has(nameOf(metric?.string("namespace"), metric?.string("name"))) ? [props.string("pattern") ?? ""] : [];
  });
  const missing = values.filter((value) => !patterns.some((pattern) => comparesWith(pattern, value)));
  return trail === undefined || missing.length === 0
    ? []
    : [{ urn: trail.urn, property: "cloudWatchLogsGroupArn", found: `no alarm on ${missing.join(", ")}`, required: "a metric filter on each, and an alarm with an action on its metric" }];
}

function comparesWith(pattern: string, value: string): boolean {
  const literal = value.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<![!<>])=\s*"?\*?${literal}(?![\w-])`, "u").test(pattern);
}

/** The metrics whose alarms tell somebody. */
function watchedMetrics(stack: JudgedStack): ReadonlySet<string> {
  return new Set(
    stack.ofType(ALARM).flatMap(({ props }) => {
      const silent = props.isKnown("alarmActions") ? props.isEmpty("alarmActions") : !props.has("alarmActions");
      const queries = props.isKnown("metricQueries") ? props.objects("metricQueries").flatMap((query) => query.object("metric") ?? []) : [];
      const metrics = [props, ...queries].map((part) => nameOf(part.knownStrings("namespace")[0], part.knownStrings("metricName")[0]));
      return silent || props.boolean("actionsEnabled") === false ? [] : metrics;
    }),
  );
}

function nameOf(namespace: string | undefined, metric: string | undefined): string {
  return `${namespace ?? ""}/${metric ?? ""}`;
}
