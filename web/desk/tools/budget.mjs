// What the desk weighs on its way to a newsroom, compressed as it is sent. A phone on a bad network has to open it too.
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const most = { js: 260_000, css: 10_000 };
const folder = new URL("../dist/assets/", import.meta.url);
let over = false;
for (const [kind, bytes] of Object.entries(most)) {
  const sum = readdirSync(folder).filter((name) => name.endsWith(`.${kind}`)).reduce((all, name) => all + brotliCompressSync(readFileSync(new URL(name, folder))).length, 0);
  console.log(`The desk's ${kind} takes ${sum} of ${bytes} bytes.`);
  over ||= sum > bytes;
}
if (over) {
  console.error("The desk is over its budget: take something out, or say in the commit why it may weigh more.");
  process.exit(1);
}
