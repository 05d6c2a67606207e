// A clinic's second stack: mistakes with patients' data in the services that its first stack did not use.
// It is not meant to be deployed; the README beside it says how to watch the policy pack refuse it.
import { makeAnalytics } from "./analytics.ts";
import { makeCompute } from "./compute.ts";
import { makeDatabases } from "./databases.ts";
import { makeDelivery } from "./delivery.ts";
import { makeEdge } from "./edge.ts";
import { makeFileSystems } from "./file-systems.ts";
import { makeFunctions } from "./functions.ts";
import { makeLoadBalancers } from "./load-balancers.ts";
import { makeLogs } from "./logs.ts";
import { makeNetwork } from "./network.ts";
import { makeResidency } from "./residency.ts";
import { makeRestApi } from "./rest-api.ts";
import { makeStreams } from "./streams.ts";
import { makeUsers } from "./users.ts";

const network = makeNetwork();
makeAnalytics(network);
makeCompute(network);
makeDatabases(network);
makeDelivery();
makeEdge();
makeFileSystems();
makeFunctions();
makeLoadBalancers();
makeLogs();
makeResidency();
makeRestApi();
makeStreams();
makeUsers();
