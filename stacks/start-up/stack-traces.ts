/*
 * Pulumi takes a stack trace for every promise it makes, and its source-map support rewrites each one: a
 * good part of a preview's time. Without a limit none is taken, and an error of the program itself tells
 * what went wrong but not where; STACK_TRACE_LIMIT=30 in the environment says where, too.
 */
const limit = process.env["STACK_TRACE_LIMIT"];
Reflect.set(Error, "stackTraceLimit", limit === undefined ? undefined : Number(limit));
Reflect.set(Error, "prepareStackTrace", undefined);
