// A clinic's account, in which everything has been switched on once and nothing to the end. It is not meant to be
// deployed; the README beside it says how to watch the policy pack refuse it.
import "./buckets.ts";
import "./keys.ts";
import "./messages.ts";
import "./people.ts";
import "./roles.ts";
import "./trail.ts";
import "./watch.ts";
