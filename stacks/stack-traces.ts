/**
 * Import this before anything else. Pulumi takes a stack trace for every promise it makes, and its
 * source-map support rewrites each one: a good part of a preview's time. Two plain frames say where an
 * error was thrown, in a program that runs unbuilt; STACK_TRACE_LIMIT=30 in the environment says how
 * it came there.
 */
Error.stackTraceLimit = Number(process.env["STACK_TRACE_LIMIT"] ?? 2);
Reflect.set(Error, "prepareStackTrace", undefined);
