import { styleText } from "node:util";
import { customPolicies, type IamCounts, iamCounts, withoutReason } from "./iam-findings.ts";
import type { IamReport, ReportedRole } from "./iam-report.ts";
import type { ReportedStatement } from "./iam-statements.ts";

/** Columns of a line. */
const WIDTH = 120;

type Style = "bold" | "cyan" | "dim" | "green" | "red" | "yellow";

/** Colours where standard output is a terminal that takes them. */
function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** The whole report, for people. */
export function reportLines(report: IamReport): readonly string[] {
  const components = [...new Map([...report.roles, ...report.loose].map(({ component, kind }) => [component, kind]))];
  return [
    styled("bold", `Roles of stack ${report.stack}: what each may do, and why`),
    "From the program itself, as its configuration describes it; account 123456789012 stands for yours.",
    ...components.flatMap(([component, kind]) => [
      "", styled("bold", `${component} (${kind})`),
      ...report.roles.filter((role) => role.component === component).flatMap(roleLines),
      ...report.loose.filter((policy) => policy.component === component).flatMap(({ policy, description, statements }) => [
        `  policy ${styled("cyan", policy)}, for people to attach: ${description}`, ...statements.flatMap((statement) => statementLines(statement, 4)),
      ]),
    ]),
    "", ...closingLines(report),
  ];
}

/** What stands against policies of AWS's own alone (S5-09), and what each would have to be replaced by. */
export function managedOnlyLines(report: IamReport): readonly string[] {
  const custom = customPolicies(report);
  return [
    styled("bold", `Policies of stack ${report.stack} that AWS does not maintain (S5-09, X-02)`),
    "To do without one, name in iam.widerPolicies a policy of AWS's that allows its statements and more, or give up what needs it.",
    ...custom.flatMap(({ component, kind, policy, roles, statements }) => [
      "", `${styled("cyan", policy)}  ${component} (${kind})`,
      ...wrapped(roles.length === 0 ? "held by no role of the program: people attach it" : `held by ${roles.join(", ")}`, 2),
      ...wrapped(`statements ${statements.join(", ")}`, 2),
    ]),
    "", ...closingLines(report),
  ];
}

function roleLines({ role, description, trust, own, managed }: ReportedRole): readonly string[] {
  return [
    `  role ${styled("cyan", role)}${description === "" ? "" : `: ${description}`}`,
    ...(trust.length === 0 ? [] : ["    trusted to be assumed", ...trust.flatMap((statement) => statementLines(statement, 6))]),
    ...own.flatMap(({ policy, inline, statements }) => [`    ${inline ? "inline" : "own"} policy ${policy}`, ...statements.flatMap((statement) => statementLines(statement, 6))]),
    ...managed.flatMap(({ policy, reason }) => [`    AWS's policy ${policy}`, ...whyLines(reason, 6)]),
  ];
}

function statementLines({ sid, effect, principals, actions, resources, conditions, reason }: ReportedStatement, indent: number): readonly string[] {
  const [by, on] = [principals.length === 0 ? "" : ` by ${principals.join(", ")}`, resources.length === 0 ? "" : ` on ${resources.join(", ")}`];
  return [
    ...wrapped(`${sid}: ${effect} ${actions.join(", ")}${by}${on}`, indent),
    ...conditions.flatMap((condition) => wrapped(`if ${condition}`, indent + 2).map((line) => styled("dim", line))),
    ...whyLines(reason, indent + 2),
  ];
}

function whyLines(reason: string | undefined, indent: number): readonly string[] {
  return reason === undefined ? [`${" ".repeat(indent)}${styled("red", "NO REASON GIVEN")}`] : wrapped(`why: ${reason}`, indent).map((line) => styled("green", line));
}

function closingLines(report: IamReport): readonly string[] {
  const counts: IamCounts = iamCounts(report);
  const missing = withoutReason(report);
  return [
    `Roles ${String(counts.roles)}, trusted by ${String(counts.trustStatements)} statements`,
    `Own policies ${String(counts.ownPolicies)} with ${String(counts.ownStatements)} statements, policies of AWS's attached ${String(counts.managedAttachments)} times`,
    missing.length === 0 ? styled("green", "Every one has its reason") : styled("red", `Without a reason ${String(missing.length)}`),
    ...missing.map((line) => `  ${line}`),
  ];
}

/** Words in lines of at most WIDTH columns, unless one word is longer; later lines stand two further in. */
function wrapped(text: string, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const room = WIDTH - indent - (lines.length === 0 ? 0 : 2);
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((content, index) => `${" ".repeat(index === 0 ? indent : indent + 2)}${content}`);
}
