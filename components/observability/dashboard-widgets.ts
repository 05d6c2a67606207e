import type * as pulumi from "@pulumi/pulumi";

/** How one line of a graph is drawn. */
export interface LineStyle {
  readonly label?: string;
  readonly stat?: string;
  readonly region?: string;
  readonly id?: string;
  readonly visible?: boolean;
  readonly expression?: string;
  readonly period?: number;
}

/** Namespace, metric, names and values of dimensions, and style last; or an expression alone. */
export type Line = readonly (pulumi.Input<string> | LineStyle)[];

/** One graph, before it has a place. */
export interface Graph {
  readonly title: string;
  readonly lines: readonly Line[];
  /** @default "Average" */
  readonly stat?: string;
  /** Seconds. @default 300 */
  readonly period?: number;
  /** Line drawn across, where an alarm is raised. */
  readonly threshold?: number;
}

/** A row of graphs under a heading. */
export interface Section {
  readonly heading: string;
  readonly graphs: readonly Graph[];
}

export interface DashboardSpec {
  readonly region: string;
  /** ARNs of alarms whose states stand on top. */
  readonly alarmArns: readonly string[];
  readonly sections: readonly Section[];
}

/** CloudWatch's grid. */
const COLUMNS = 24;
const WIDTH = 8;
const HEIGHT = 6;
const HEADING_HEIGHT = 1;
const ALARMS_HEIGHT = 3;

interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: object;
}

/** The body of a dashboard: sections from top to bottom, three graphs abreast. */
export function dashboardBody({ region, alarmArns, sections }: DashboardSpec): { readonly start: string; readonly widgets: readonly Widget[] } {
  const widgets: Widget[] = alarmArns.length === 0 ? [] : [{ type: "alarm", x: 0, y: 0, width: COLUMNS, height: ALARMS_HEIGHT, properties: { title: "Alarms", alarms: alarmArns } }];
  let y = alarmArns.length === 0 ? 0 : ALARMS_HEIGHT;
  for (const { heading, graphs } of sections) {
    widgets.push({ type: "text", x: 0, y, width: COLUMNS, height: HEADING_HEIGHT, properties: { markdown: `## ${heading}` } });
    y += HEADING_HEIGHT;
    for (const [index, graph] of graphs.entries()) {
      const row = Math.floor(index * WIDTH / COLUMNS);
      widgets.push({ type: "metric", x: index * WIDTH % COLUMNS, y: y + row * HEIGHT, width: WIDTH, height: HEIGHT, properties: graphProperties(graph, region) });
    }
    y += Math.ceil(graphs.length * WIDTH / COLUMNS) * HEIGHT;
  }
  return { start: "-PT3H", widgets };
}

function graphProperties({ title, lines, stat, period, threshold }: Graph, region: string): object {
  return {
    title, region, view: "timeSeries", stacked: false, stat: stat ?? "Average", period: period ?? 300,
    metrics: lines.map((line) => [...line]),
    ...(threshold === undefined ? {} : { annotations: { horizontal: [{ label: "Alarm", value: threshold }] } }),
  };
}
