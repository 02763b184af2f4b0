import { expect, test } from "vitest";
import { Refused, Unreachable } from "../api/client.ts";
import { forget, lastKnown, mostRemembered } from "./remembered.ts";

class Box {
  readonly held = new Map<string, string>();
  getItem = (name: string) => this.held.get(name) ?? null;
  setItem = (name: string, value: string) => void this.held.set(name, value);
  removeItem = (name: string) => void this.held.delete(name);
}

const cut = () => Promise.reject(new Unreachable());

test("without a network the last answer holds", async () => {
  const box = new Box();
  await lastKnown(box, "pages", "storm", async () => "first");
  await lastKnown(box, "pages", "storm", async () => "second");
  expect(await lastKnown(box, "pages", "storm", cut)).toBe("second");
});

test("what was never answered is not made up", async () => {
  await expect(lastKnown(new Box(), "pages", "storm", cut)).rejects.toBeInstanceOf(Unreachable);
});

test("what the server says is gone is forgotten", async () => {
  const box = new Box();
  await lastKnown(box, "session", "me", async () => "Ana");
  await expect(lastKnown(box, "session", "me", () => Promise.reject(new Refused({ title: "Nobody is signed in here.", status: 401 })))).rejects.toBeInstanceOf(Refused);
  await expect(lastKnown(box, "session", "me", cut)).rejects.toBeInstanceOf(Unreachable);
});

test("so many pages are remembered, the newest", async () => {
  const box = new Box();
  for (let page = 0; page <= mostRemembered; page++) await lastKnown(box, "pages", `${page}`, async () => page);
  await expect(lastKnown(box, "pages", "0", cut)).rejects.toBeInstanceOf(Unreachable);
  expect(await lastKnown(box, "pages", "1", cut)).toBe(1);
});

test("signing out forgets", async () => {
  const box = new Box();
  await lastKnown(box, "session", "me", async () => "Ana");
  forget(box, "session");
  await expect(lastKnown(box, "session", "me", cut)).rejects.toBeInstanceOf(Unreachable);
});
