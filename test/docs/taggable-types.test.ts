import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { taggableTypes } from "../../docs/generators/taggable-types.ts";

const RESOURCE = (name: string, field: string): string => `export declare class ${name} extends pulumi.CustomResource {\n    readonly ${field}: pulumi.Output<{}>;\n}\n`;

test("taggable types are the SDK's resources whose tags the provider merges, by module", () => {
  const sdk = mkdtempSync(join(tmpdir(), "sdk-"));
  try {
    const files: Readonly<Record<string, string>> = {
      "s3/bucket.d.ts": RESOURCE("Bucket", "tagsAll"),
      "s3/bucketPolicy.d.ts": RESOURCE("BucketPolicy", "policy"),
      "s3/accessPoint.d.ts": RESOURCE("AccessPoint", "tagsAll"),
      "s3/bucket.js": RESOURCE("Bucket", "tagsAll"),
      "s3/getBucket.d.ts": "export declare function getBucket(): { readonly tagsAll: string };",
      "kms/key.d.ts": RESOURCE("Key", "tagsAll"),
      "route53/none.d.ts": RESOURCE("None", "name"),
      "types/input.d.ts": RESOURCE("Shape", "tagsAll"),
      "provider.d.ts": RESOURCE("Provider", "tagsAll"),
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(sdk, path, ".."), { recursive: true });
      writeFileSync(join(sdk, path), text);
    }
    expect(/`\n([^`]*)\n`;/u.exec(taggableTypes(sdk))?.[1]).toBe("kms key:Key\ns3 accessPoint:AccessPoint bucket:Bucket");
  } finally {
    rmSync(sdk, { recursive: true, force: true });
  }
});
