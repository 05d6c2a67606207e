import log from "@pulumi/pulumi/log/index.js";

/*
 * Pulumi's SDK sends three debug messages for each resource to the engine, one after the other, each in a
 * call of its own: three of four calls that a program makes. The engine drops them unless it was asked for
 * them; SDK_DEBUG=true in the environment, beside `pulumi preview --debug`, asks for them.
 */
if (process.env["SDK_DEBUG"] !== "true") {
  Reflect.set(log, "debug", () => Promise.resolve());
}
