import type providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import resourcePb from "@pulumi/pulumi/proto/resource_pb.js";

/** Copies the resource options of the program's component to the component's own registration. */
export function forwardComponentOptions(from: providerPb.ConstructRequest, to: resourcePb.RegisterResourceRequest): void {
  to.setAliasesList(from.getAliasesList())
    .setIgnorechangesList(from.getIgnorechangesList())
    .setReplaceonchangesList(from.getReplaceonchangesList())
    .setDeletedwith(from.getDeletedwith())
    .setReplaceWithList(from.getReplaceWithList())
    .setReplacementTrigger(from.getReplacementTrigger());
  const retain = from.getRetainondelete();
  if (from.hasRetainondelete() && retain !== undefined) {
    to.setRetainondelete(retain);
  }
  for (const [pkg, reference] of from.getProvidersMap().entries()) {
    to.getProvidersMap().set(pkg, reference);
  }
  const timeouts = from.getCustomtimeouts();
  if (timeouts !== undefined) {
    to.setCustomtimeouts(new resourcePb.RegisterResourceRequest.CustomTimeouts()
      .setCreate(timeouts.getCreate()).setUpdate(timeouts.getUpdate()).setDelete(timeouts.getDelete()));
  }
  const hooks = from.getResourceHooks();
  if (hooks !== undefined) {
    to.setHooks(resourcePb.RegisterResourceRequest.ResourceHooksBinding.deserializeBinary(hooks.serializeBinary()));
  }
}
