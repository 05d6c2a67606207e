import type { Inventory } from "../inventory.ts";
import type { ProviderSettings } from "../resource-model.ts";
import { isList, isProperties, type Properties } from "../wire.ts";

/** What a data source may look at. */
export interface DataContext {
  /** The `region` argument, else the provider's. */
  readonly region: string;
  readonly settings: ProviderSettings;
  readonly inventory: Inventory;
}

/** Answers a data source, or throws the error AWS or the provider would give. The arguments are added to the answer. */
export type Answer = (args: Properties, context: DataContext) => Properties;
export type Answers = Readonly<Record<string, Answer>>;

export interface Filter {
  readonly name: string;
  readonly values: readonly string[];
}

/** The `filters` argument of EC2's data sources. */
export function filtersOf(args: Properties): readonly Filter[] {
  const filters = args["filters"];
  return (isList(filters) ? filters : []).flatMap((filter) => {
    if (!isProperties(filter)) {
      return [];
    }
    const { name, values } = filter;
    return typeof name === "string" && isList(values) ? [{ name, values: values.filter((value) => typeof value === "string") }] : [];
  });
}

/** The texts of a list argument. */
export function textsOf(args: Properties, property: string): readonly string[] {
  const values = args[property];
  return isList(values) ? values.filter((value) => typeof value === "string") : [];
}
