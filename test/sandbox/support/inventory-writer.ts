import { Inventory } from "../../../sandbox/inventory.ts";

/** Writes resources for ever, saying on standard output which ones it has been told are safe. A test kills it. */
const inventory = new Inventory(process.argv[2] ?? "", "123456789012");
const filler = "x".repeat(20_000);
for (let round = 0; ; round += 1) {
  await Promise.all(Array.from({ length: 5 }, async (_item, index) => {
    const id = `${String(round)}-${String(index)}`;
    await inventory.put({ type: "t", id, region: "", urn: id, inputs: { filler }, outputs: {}, createdAt: "2026-01-01T00:00:00.000Z" });
    process.stdout.write(`${id}\n`);
  }));
}
