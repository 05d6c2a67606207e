// A clinic's cluster, set up by following three tutorials: what it runs, who may enter it, and where it puts
// patients' documents. It is not meant to be deployed; the README beside it says how to watch the pack refuse it.
import "./documents.ts";
import "./nodes.ts";
import "./workloads.ts";
