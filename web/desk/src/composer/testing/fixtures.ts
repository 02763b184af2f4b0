import { readdirSync, readFileSync } from "node:fs";
import type { Block } from "../../api/types.ts";

const folder = new URL("../../../../../spec/fixtures/blocks/", import.meta.url);

/** The blocks that server, reader and desk are all held to, by file name; those that a server refuses stand apart. */
export const fixtures: readonly (readonly [string, Block])[] = readdirSync(folder)
  .filter((name) => /\.(?:minimal|full)\.json$/.test(name))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Block]);
