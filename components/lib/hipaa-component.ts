import * as pulumi from "@pulumi/pulumi";

/** Package part of the components' type tokens, as in `hipaa:index:KeyRing`. */
const PACKAGE = "hipaa";

/** Base of all components: the type token, and child names that start with the component's own. */
export abstract class HipaaComponent extends pulumi.ComponentResource {
  protected readonly componentName: string;

  protected constructor(type: string, name: string, opts: pulumi.ComponentResourceOptions | undefined) {
    super(`${PACKAGE}:index:${type}`, name, {}, opts);
    this.componentName = name;
  }

  /** Logical name of a child: the component's name and a suffix that never changes. */
  protected childName(suffix: string): string {
    return `${this.componentName}-${suffix}`;
  }
}
