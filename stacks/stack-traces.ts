/**
 * Import this before anything else. Pulumi takes a stack trace for every promise it makes, and its
 * source-map support rewrites each one: most of a preview's time. Ten plain frames are enough to find
 * an error in a program that runs unbuilt.
 */
Error.stackTraceLimit = 10;
Reflect.set(Error, "prepareStackTrace", undefined);
