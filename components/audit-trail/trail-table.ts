import type { input } from "@pulumi/aws/types/index.js";
import type { Deployment } from "../lib/deployment.ts";
import { trailNames } from "./trail-names.ts";

/** Fields of a CloudTrail record, as AWS's reader for Athena names them. */
const COLUMNS: Readonly<Record<string, string>> = {
  eventversion: "string",
  useridentity: [
    "struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,username:string",
    "onbehalfof:struct<userid:string,identitystorearn:string>",
    "sessioncontext:struct<attributes:struct<mfaauthenticated:string,creationdate:string>,sessionissuer:struct<type:string,principalid:string,arn:string,accountid:string,username:string>,sourceidentity:string,ec2roledelivery:string,webidfederationdata:struct<federatedprovider:string,attributes:map<string,string>>>>",
  ].join(","),
  eventtime: "string",
  eventsource: "string",
  eventname: "string",
  awsregion: "string",
  sourceipaddress: "string",
  useragent: "string",
  errorcode: "string",
  errormessage: "string",
  requestparameters: "string",
  responseelements: "string",
  additionaleventdata: "string",
  requestid: "string",
  eventid: "string",
  readonly: "string",
  resources: "array<struct<arn:string,accountid:string,type:string>>",
  eventtype: "string",
  apiversion: "string",
  recipientaccountid: "string",
  serviceeventdetails: "string",
  sharedeventid: "string",
  vpcendpointid: "string",
  eventcategory: "string",
  tlsdetails: "struct<tlsversion:string,ciphersuite:string,clientprovidedhostheader:string>",
};

/** Partitions, in the order of the folders that CloudTrail writes. */
export const PARTITIONS = ["account", "region", "day"];

export interface TableReach {
  /** Regions whose events are queried; a region left out gives no rows. */
  readonly regions: readonly string[];
  /** Years of logs that exist at most. */
  readonly years: number;
  /** Set for an organization's trail: its id is part of the path, and queries name the account. */
  readonly organizationId: string | undefined;
}

/** Columns of the trail's table. */
export function trailColumns(): input.glue.CatalogTableStorageDescriptorColumn[] {
  return Object.entries(COLUMNS).map(([name, type]) => ({ name, type }));
}

/** Where the logs lie, without the parts that are partitions. */
export function trailLocation(deployment: Deployment, organizationId: string | undefined): string {
  return `s3://${trailNames(deployment).logBucket}/AWSLogs/${organizationId === undefined ? "" : `${organizationId}/`}`;
}

/** Partition projection: Athena derives folders from the query, and nothing has to register days. */
export function trailProjection(deployment: Deployment, { regions, years, organizationId }: TableReach): Record<string, string> {
  return {
    EXTERNAL: "TRUE",
    classification: "cloudtrail",
    "projection.enabled": "true",
    ...(organizationId === undefined
      ? { "projection.account.type": "enum", "projection.account.values": deployment.accountId }
      : { "projection.account.type": "injected" }),
    "projection.region.type": "enum",
    "projection.region.values": regions.join(","),
    "projection.day.type": "date",
    "projection.day.format": "yyyy/MM/dd",
    "projection.day.interval": "1",
    "projection.day.interval.unit": "DAYS",
    "projection.day.range": `NOW-${String(years)}YEARS,NOW`,
    "storage.location.template": `${trailLocation(deployment, organizationId)}\${account}/CloudTrail/\${region}/\${day}`,
  };
}
