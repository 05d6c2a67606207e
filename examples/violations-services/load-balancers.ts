import { LoadBalancer as ClassicLoadBalancer } from "@pulumi/aws/elb/loadBalancer.js";
import { Listener } from "@pulumi/aws/lb/listener.js";
import { LoadBalancer } from "@pulumi/aws/lb/loadBalancer.js";
import { TargetGroup } from "@pulumi/aws/lb/targetGroup.js";
import { otherNetwork, privateGroup, privateSubnets, uploadedCertificate } from "./account.ts";

const answer = { type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "200", messageBody: "Clinic" } };

/** Load balancers of both kinds. */
export function makeLoadBalancers(): void {
  // A load balancer without logs and web ACL, which answers over HTTP and by old versions of TLS.
  const front = new LoadBalancer("front", { name: "clinic-front", internal: true, subnets: [...privateSubnets], securityGroups: [privateGroup] });
  new Listener("front-http", { loadBalancerArn: front.arn, port: 80, protocol: "HTTP", defaultActions: [answer] });
  new Listener("front-https", { loadBalancerArn: front.arn, port: 443, protocol: "HTTPS", certificateArn: uploadedCertificate, sslPolicy: "ELBSecurityPolicy-2016-08", defaultActions: [answer] });
  new TargetGroup("front", { name: "clinic-front", vpcId: otherNetwork, port: 80, protocol: "HTTP", targetType: "ip" });

  // One of the first kind, for HTTP, in one zone at a time.
  new ClassicLoadBalancer("legacy", {
    name: "clinic-legacy",
    internal: true,
    subnets: [...privateSubnets],
    crossZoneLoadBalancing: false,
    listeners: [{ lbPort: 80, lbProtocol: "http", instancePort: 80, instanceProtocol: "http" }],
  });
}
