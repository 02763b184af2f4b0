import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Sent } from "../api/media.ts";
import type { Block } from "../api/types.ts";
import { mostBytes, mostParcels, NoPlace, type Parcel, Parcels, ParcelShelf, type Placed, readyBlocks, withPicture } from "./parcels.ts";

const file = (name = "gates.jpg", size = 4) => Object.assign(new File([new Uint8Array(4)], name), size > 4 ? { size } : {});
let shelves = 0;
let keys = 0;

function desk(shelf = new ParcelShelf(`parcels-${shelves++}`)) {
  const road = { answer: { kind: "done", id: "m-1" } as Sent, ready: true, sent: [] as string[], placed: [] as [string, string][], left: [] as string[], items: [] as (number | undefined)[], refusal: null as string | null };
  const parcels = new Parcels({
    shelf, by: "ana", slug: "storm", now: () => `${keys++}`.padStart(4, "0"),
    send: async (_, name, progress) => {
      road.sent.push(name);
      if (road.answer.kind === "done") progress(1);
      return road.answer;
    },
    place: async (parcel: Placed, media) => {
      if (road.refusal !== null) throw new NoPlace(road.refusal);
      if (road.ready) road.placed.push([parcel.block, media]);
      if (road.ready) road.items.push(parcel.item);
      return road.ready;
    },
    left: (parcel, sentence) => void road.left.push(`${parcel.name}: ${sentence}`),
  });
  return { parcels, road, shelf };
}

const to = { post: "p", block: "b", after: "a" };
const settled = async (shelf: ParcelShelf, left: number) => vi.waitFor(async () => expect(await shelf.all()).toHaveLength(left));

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

test("a picture is sent once, takes its place, and nothing of it is left on the device", async () => {
  const { parcels, road, shelf } = desk();
  const shares: (number | null)[] = [];
  expect(await parcels.give(to, file(), { progress: (share) => shares.push(share) })).toBe("m-1");
  await settled(shelf, 0);
  expect([road.sent, road.placed, shares]).toEqual([["gates.jpg"], [["b", "m-1"]], [1]]);
});

test("without a network it waits on this device, says so, and goes once when the network is back", async () => {
  const { parcels, road, shelf } = desk();
  road.answer = { kind: "unreachable" };
  const shares: (number | null)[] = [];
  const given = parcels.give(to, file(), { progress: (share) => shares.push(share) });
  await vi.waitFor(() => expect(shares).toEqual([null]));
  await settled(shelf, 1);
  road.answer = { kind: "done", id: "m-2" };
  await vi.advanceTimersByTimeAsync(120_000);
  expect(await given).toBe("m-2");
  await settled(shelf, 0);
  expect(road.placed).toEqual([["b", "m-2"]]);
});

test("a tab that died takes its pictures up again, and brings one to its post that had arrived already without sending it anew", async () => {
  const first = desk();
  first.road.answer = { kind: "unreachable" };
  void first.parcels.give(to, file("one.jpg"), { progress: () => {} }).catch(() => {});
  await settled(first.shelf, 1);
  first.road.answer = { kind: "done", id: "m-3" };
  first.road.ready = false;
  first.parcels.wake();
  await vi.waitFor(async () => expect((await first.shelf.all())[0]?.media).toBe("m-3"));
  first.parcels.stop();

  const second = desk(first.shelf);
  await second.parcels.start();
  await settled(first.shelf, 0);
  expect([second.road.sent, second.road.placed]).toEqual([[], [["b", "m-3"]]]);
});

test("what the server refuses is said in its own sentence and does not hold up the next", async () => {
  const { parcels, road, shelf } = desk();
  road.answer = { kind: "refused", sentence: "This file is no picture that can be read." };
  await expect(parcels.give(to, file(), { progress: () => {} })).rejects.toThrow("no picture");
  await settled(shelf, 0);
  road.answer = { kind: "done", id: "m-4" };
  expect(await parcels.give({ ...to, block: "c" }, file(), { progress: () => {} })).toBe("m-4");
});

test("another's pictures on the same device are left alone", async () => {
  const { parcels, road, shelf } = desk();
  await shelf.put({ key: "0", by: "ben", slug: "storm", post: "p", block: "b", after: null, name: "theirs.jpg", file: file() } satisfies Parcel);
  await parcels.start();
  expect(road.sent).toEqual([]);
  await settled(shelf, 1);
});

test("a file that no server takes, and one more than a device holds, are refused before they are kept", async () => {
  const { parcels, road, shelf } = desk();
  await expect(parcels.give(to, { ...file(), size: mostBytes + 1 } as File, { progress: () => {} })).rejects.toThrow("large");
  road.answer = { kind: "unreachable" };
  for (let i = 0; i < mostParcels; i++) void parcels.give(to, file(), { progress: () => {} });
  await expect(parcels.give(to, file(), { progress: () => {} })).rejects.toThrow("many");
  await settled(shelf, mostParcels);
  parcels.stop();
});

test("a picture takes its place, comes back where it stood when the post went out without it, and gives way to what was chosen since", () => {
  const words: Block[] = [{ kind: "paragraph", id: "a", text: "One" }, { kind: "paragraph", id: "z", text: "Two" }];
  expect(withPicture([...words, { kind: "image", id: "b", alt: "Gates" }], to, "m")).toEqual([...words, { kind: "image", id: "b", alt: "Gates", media: "m" }]);
  expect(withPicture(words, to, "m")!.map(({ id }) => id)).toEqual(["a", "b", "z"]);
  expect(withPicture(words, { block: "b", after: "gone" }, "m")!.map(({ id }) => id)).toEqual(["a", "z", "b"]);
  expect(withPicture([{ kind: "image", id: "b", media: "newer" }], to, "m")).toBeNull();
});

test("a picture of a gallery takes its own place in it, and none in a gallery that is gone or changed", () => {
  const gallery: Block = { kind: "gallery", id: "b", items: [{ alt: "One" }, { alt: "Two" }] };
  expect(withPicture([gallery], { ...to, item: 1 }, "m")).toEqual([{ ...gallery, items: [{ alt: "One" }, { alt: "Two", media: "m" }] }]);
  expect(withPicture([gallery], { ...to, item: 2 }, "m")).toBeNull();
  expect(withPicture([], { ...to, item: 0 }, "m")).toBeNull();
  expect(withPicture([{ ...gallery, items: [{ media: "newer" }] }], { ...to, item: 0 }, "m")).toBeNull();
});

test("words go out without a picture of which there is nothing yet, and with one that is described", () => {
  const blocks: Block[] = [{ kind: "paragraph", id: "a", text: "Words" }, { kind: "image", id: "b" }, { kind: "image", id: "c", alt: "Gates" }, { kind: "image", id: "d", media: "m" }];
  expect(readyBlocks(blocks).map(({ id }) => id)).toEqual(["a", "c", "d"]);
});

test("who sent a picture that its post does not take any more is told, and nothing is tried again", async () => {
  const { parcels, road, shelf } = desk();
  road.refusal = "This post is published; only an editor changes it now.";
  expect(await parcels.give(to, file(), { progress: () => {} })).toBe("m-1");
  await settled(shelf, 0);
  expect([road.left, road.placed]).toEqual([["gates.jpg: This post is published; only an editor changes it now."], []]);
});

test("a card that is taken out while its picture is on its way stays out, and one that is put back gets it", async () => {
  const card: Block = { kind: "image", id: "b" };
  for (const [last, placed] of [[[], []], [[card], [["b", "m-1"]]]] as const) {
    const { parcels, road, shelf } = desk();
    road.answer = { kind: "unreachable" };
    void parcels.give(to, file(), { progress: () => {} });
    await settled(shelf, 1);
    parcels.follow("p", [card], []);
    parcels.follow("p", [], last);
    road.answer = { kind: "done", id: "m-1" };
    parcels.wake();
    await settled(shelf, 0);
    expect(road.placed).toEqual(placed);
  }
});

test("a picture of a gallery follows its place while it is on its way, through words typed about it, and is not put to another's", async () => {
  const [one, two, three] = [{ alt: "One" }, { alt: "Two" }, { alt: "Three" }];
  const gallery = (...items: { alt: string }[]): Block[] => [{ kind: "gallery", id: "b", items }];
  const typed = { alt: "Two, seen from the quay" };
  for (const [steps, ends] of [
    [[gallery(one, two, three), gallery(two, one, three)], 0],
    [[gallery(one, two, three), gallery(one, typed, three), gallery(typed, one, three)], 0],
    [[gallery(one, two, three), gallery(two, three)], 0],
    [[gallery(one, two, three), gallery(one, three)], -1],
  ] as const) {
    const { parcels, road, shelf } = desk();
    road.answer = { kind: "unreachable" };
    void parcels.give({ ...to, item: 1 }, file(), { progress: () => {} });
    await settled(shelf, 1);
    steps.slice(1).forEach((after, i) => parcels.follow("p", steps[i]!, after));
    road.answer = { kind: "done", id: "m-1" };
    parcels.wake();
    await settled(shelf, 0);
    expect(road.items).toEqual([ends]);
  }
});
