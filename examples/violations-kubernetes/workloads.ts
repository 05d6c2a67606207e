import { DaemonSet } from "@pulumi/kubernetes/apps/v1/daemonSet.js";
import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { StatefulSet } from "@pulumi/kubernetes/apps/v1/statefulSet.js";
import { CronJob } from "@pulumi/kubernetes/batch/v1/cronJob.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { Ingress } from "@pulumi/kubernetes/networking/v1/ingress.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { cluster } from "./cluster.ts";

const digest = `sha256:${"a".repeat(64)}`;
const registry = "123456789012.dkr.ecr.us-east-1.amazonaws.com";

/** A container that is right in everything. */
const careful = {
  name: "app",
  image: `${registry}/app@${digest}`,
  resources: { limits: { memory: "256Mi" }, requests: { cpu: "100m" } },
  securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, runAsNonRoot: true, capabilities: { drop: ["ALL"] } },
};

function labelled(app: string) {
  return { selector: { matchLabels: { app } }, metadata: { labels: { app } } };
}

// --- The clinic's own namespace, open to everybody in the cluster ----------------------------------------

const clinic = new Namespace("clinic", { metadata: { name: "clinic" } }, cluster);
const namespace = clinic.metadata.name;

// The password of the database, readable by whoever may read settings.
new ConfigMap("settings", { metadata: { name: "settings", namespace }, data: { LOG_LEVEL: "info", DATABASE_PASSWORD: "correct horse battery staple" } }, cluster);

// The records' application as the tutorial had it: whatever image is the latest, as root, with a password beside it.
const records = labelled("records");
new Deployment("records", {
  metadata: { name: "records", namespace },
  spec: {
    selector: records.selector,
    template: {
      metadata: records.metadata,
      spec: { containers: [{ name: "records", image: "clinic/records:latest", env: [{ name: "DATABASE_PASSWORD", value: "correct horse battery staple" }] }] },
    },
  },
}, cluster);

// A cache that was given the whole node when it would not start, and its service account a token of the API.
const cache = labelled("cache");
new StatefulSet("cache", {
  metadata: { name: "cache", namespace },
  spec: {
    serviceName: "cache",
    selector: cache.selector,
    template: {
      metadata: cache.metadata,
      spec: {
        hostNetwork: true,
        automountServiceAccountToken: true,
        containers: [{ ...careful, securityContext: { ...careful.securityContext, privileged: true, capabilities: { drop: ["ALL"], add: ["SYS_ADMIN"] } } }],
      },
    },
  },
}, cluster);

// A nightly export that writes where it likes.
new CronJob("export", {
  metadata: { name: "export", namespace },
  spec: {
    schedule: "0 3 * * *",
    jobTemplate: {
      spec: {
        template: {
          spec: {
            restartPolicy: "Never",
            automountServiceAccountToken: false,
            containers: [{ ...careful, image: `${registry}/export:1.4.2`, securityContext: { ...careful.securityContext, readOnlyRootFilesystem: false } }],
          },
        },
      },
    },
  },
}, cluster);

// --- Monitoring, which the whole internet may look at --------------------------------------------------

new Ingress("grafana", {
  metadata: { name: "grafana", namespace: "monitoring", annotations: { "alb.ingress.kubernetes.io/scheme": "internet-facing" } },
  spec: { ingressClassName: "alb", rules: [{ http: { paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "grafana", port: { number: 3000 } } } }] } }] },
}, cluster);
new Service("prometheus", { metadata: { name: "prometheus", namespace: "monitoring" }, spec: { type: "LoadBalancer", selector: { app: "prometheus" }, ports: [{ port: 9090 }] } }, cluster);

// --- What is right ----------------------------------------------------------------------------------

// A namespace that is closed, with a workload that can do nothing but its work.
const ward = new Namespace("ward", { metadata: { name: "ward", labels: { "pod-security.kubernetes.io/enforce": "restricted" } } }, cluster);
new NetworkPolicy("ward-closed", { metadata: { name: "closed", namespace: ward.metadata.name }, spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] } }, cluster);
const account = new ServiceAccount("ward-rounds", { metadata: { name: "rounds", namespace: ward.metadata.name }, automountServiceAccountToken: false }, cluster);
const rounds = labelled("rounds");
new Deployment("ward-rounds", {
  metadata: { name: "rounds", namespace: ward.metadata.name },
  spec: { selector: rounds.selector, template: { metadata: rounds.metadata, spec: { serviceAccountName: account.metadata.name, containers: [careful] } } },
}, cluster);
new ConfigMap("ward-settings", { metadata: { name: "settings", namespace: ward.metadata.name }, data: { LOG_LEVEL: "info" } }, cluster);

// An agent of the node, which reads the folder of the logs because that is what it is for.
const forwarder = labelled("fluent-bit");
new DaemonSet("fluent-bit", {
  metadata: { name: "fluent-bit", namespace: "logging" },
  spec: {
    selector: forwarder.selector,
    template: {
      metadata: forwarder.metadata,
      spec: {
        automountServiceAccountToken: false,
        containers: [{ ...careful, volumeMounts: [{ name: "logs", mountPath: "/var/log", readOnly: true }] }],
        volumes: [{ name: "logs", hostPath: { path: "/var/log" } }],
      },
    },
  },
}, cluster);
