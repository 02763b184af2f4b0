import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Content } from "../api/types.ts";
import { lacks } from "./lacks.ts";

const folder = new URL("../../../../spec/fixtures/checklist/", import.meta.url);

it.each(readdirSync(folder))("the desk finds what the server finds missing: %s", (name) => {
  const fixture = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { content: Content; lacks: unknown };
  expect(lacks(fixture.content)).toEqual(fixture.lacks);
});
