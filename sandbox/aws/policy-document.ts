import { crc32 } from "node:zlib";
import { CloudError } from "../cloud-error.ts";
import { isList, isProperties, type Properties, textOf, type Value } from "../wire.ts";
import { textsOf, type Answers } from "./data-source.ts";

/** `iam.getPolicyDocument`: writes statements as JSON, in the form the real provider writes. */
export const policyDocumentData: Answers = {
  "aws:iam/getPolicyDocument:getPolicyDocument": (args) => {
    const sources = [args["sourceJson"], ...textsOf(args, "sourcePolicyDocuments")].map(parsed);
    const overrides = [args["overrideJson"], ...textsOf(args, "overridePolicyDocuments")].map(parsed);
    const own = listed(args["statements"]).map((statement) => written(isProperties(statement) ? statement : {}));
    const statements: Properties[] = [...sources.flatMap(statementsOf), ...own];
    refuseSameSids(statements);
    for (const override of overrides.flatMap(statementsOf)) {
      const index = statements.findIndex((statement) => statement["Sid"] !== undefined && statement["Sid"] === override["Sid"]);
      statements.splice(index === -1 ? statements.length : index, 1, override);
    }
    const policyId = args["policyId"] ?? [...sources, ...overrides].findLast((document) => document["Id"] !== undefined)?.["Id"];
    const document = {
      Version: textOf(args["version"]) || "2012-10-17",
      ...(policyId === undefined ? {} : { Id: policyId }),
      ...(statements.length === 0 ? {} : { Statement: statements }),
    };
    const minifiedJson = JSON.stringify(document);
    return { id: String(crc32(minifiedJson)), json: JSON.stringify(document, undefined, 2), minifiedJson };
  },
};

function written(statement: Properties): Properties {
  const entries: readonly (readonly [string, Value | undefined])[] = [
    ["Sid", textOf(statement["sid"]) || undefined],
    ["Effect", textOf(statement["effect"]) || "Allow"],
    ["Action", texts(statement["actions"])],
    ["NotAction", texts(statement["notActions"])],
    ["Resource", texts(statement["resources"])],
    ["NotResource", texts(statement["notResources"])],
    ["Principal", principals(statement["principals"])],
    ["NotPrincipal", principals(statement["notPrincipals"])],
    ["Condition", conditions(statement["conditions"])],
  ];
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** One text stands alone, several are sorted backwards, as the provider does; `&{` is an IAM variable. */
function texts(value: Value | undefined): Value | undefined {
  const items = [...new Set(listed(value).map((item) => textOf(item).replaceAll("&{", "${")))].toSorted().toReversed();
  return items.length > 1 ? items : items[0];
}

function principals(value: Value | undefined): Value | undefined {
  const all: Record<string, Value> = {};
  for (const principal of listed(value)) {
    if (isProperties(principal)) {
      const identifiers = texts(principal["identifiers"]);
      if (principal["type"] === "*" && identifiers === "*") {
        return "*";
      }
      const type = textOf(principal["type"]);
      const merged = texts([...listed(all[type]), ...listed(identifiers)]);
      if (merged !== undefined) {
        all[type] = merged;
      }
    }
  }
  return Object.keys(all).length === 0 ? undefined : sorted(all);
}

function conditions(value: Value | undefined): Value | undefined {
  const all: Record<string, Record<string, Value>> = {};
  for (const condition of listed(value)) {
    if (isProperties(condition)) {
      const values = listed(condition["values"]).map((item) => textOf(item).replaceAll("&{", "${"));
      const only = values[0];
      all[textOf(condition["test"])] = { ...all[textOf(condition["test"])], [textOf(condition["variable"])]: values.length === 1 && only !== undefined ? only : values };
    }
  }
  return Object.keys(all).length === 0 ? undefined : sorted(Object.fromEntries(Object.entries(all).map(([test, variables]) => [test, sorted(variables)])));
}

function sorted(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function parsed(text: Value | undefined): Properties {
  if (typeof text !== "string" || text === "") {
    return {};
  }
  try {
    const document: Value = JSON.parse(text);
    return isProperties(document) ? document : {};
  } catch {
    throw new CloudError("MalformedPolicyDocument", "a source or override document is not JSON");
  }
}

function statementsOf(document: Properties): readonly Properties[] {
  return listed(document["Statement"]).filter(isProperties);
}

function refuseSameSids(statements: readonly Properties[]): void {
  const sids = statements.flatMap(({ Sid }) => (typeof Sid === "string" && Sid !== "" ? [Sid] : []));
  const twice = sids.find((sid, index) => sids.indexOf(sid) !== index);
  if (twice !== undefined) {
    throw new CloudError("MalformedPolicyDocument", `duplicate Sid (${twice})`);
  }
}

function listed(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : (isList(value) ? value : [value]);
}
