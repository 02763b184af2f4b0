import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Sent } from "../api/media.ts";
import type { Block } from "../api/types.ts";
import { written } from "../composer/model/written.ts";
import { mostKept, mostParcels, NoPlace, type Parcel, Parcels, ParcelShelf, type Placed, readyBlocks, type Share, withFile } from "./parcels.ts";

const file = (name = "gates.jpg", size = 4) => Object.defineProperty(new File([new Uint8Array(4)], name), "size", { value: size });
let shelves = 0;
let keys = 0;

function desk(shelf = new ParcelShelf(`parcels-${shelves++}`)) {
  const road = { answer: { kind: "done", file: { id: "m-1", is: "picture" } } as Sent, ready: true, sent: [] as string[], placed: [] as [string, string][], left: [] as string[], items: [] as (number | undefined)[], refusal: null as string | null };
  const parcels = new Parcels({
    shelf, by: "ana", slug: "storm", now: () => `${keys++}`.padStart(4, "0"),
    send: async (_, name, progress) => {
      road.sent.push(name);
      if (road.answer.kind === "done") progress(1);
      return road.answer;
    },
    place: async (parcel: Placed, { id: media }) => {
      if (road.refusal !== null) throw new NoPlace(road.refusal);
      if (road.ready) road.placed.push([parcel.block, media]);
      if (road.ready) road.items.push(parcel.item);
      return road.ready;
    },
    left: (parcel, sentence) => void road.left.push(`${parcel.name}: ${sentence}`),
    refused: (parcel, sentence) => void road.left.push(`${parcel.name}: ${sentence}`),
    another: (takes) => `no ${takes}`,
  });
  return { parcels, road, shelf };
}

const to = { post: "p", block: "b", after: "a" };
const settled = async (shelf: ParcelShelf, left: number) => vi.waitFor(async () => expect(await shelf.all()).toHaveLength(left));

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

test("a picture is sent once, takes its place, and nothing of it is left on the device", async () => {
  const { parcels, road, shelf } = desk();
  const shares: Share[] = [];
  expect((await parcels.give(to, file(), { progress: (share) => shares.push(share) })).id).toBe("m-1");
  await settled(shelf, 0);
  expect([road.sent, road.placed, shares]).toEqual([["gates.jpg"], [["b", "m-1"]], [1]]);
});

test("without a network it waits on this device, says so, and goes once when the network is back", async () => {
  const { parcels, road, shelf } = desk();
  road.answer = { kind: "unreachable" };
  const shares: Share[] = [];
  const given = parcels.give(to, file(), { progress: (share) => shares.push(share) });
  await vi.waitFor(() => expect(shares).toEqual(["kept"]));
  await settled(shelf, 1);
  road.answer = { kind: "done", file: { id: "m-2", is: "picture" } };
  await vi.advanceTimersByTimeAsync(120_000);
  expect((await given).id).toBe("m-2");
  await settled(shelf, 0);
  expect(road.placed).toEqual([["b", "m-2"]]);
});

test("a tab that died takes its pictures up again, and brings one to its post that had arrived already without sending it anew", async () => {
  const first = desk();
  first.road.answer = { kind: "unreachable" };
  void first.parcels.give(to, file("one.jpg"), { progress: () => {} }).catch(() => {});
  await settled(first.shelf, 1);
  first.road.answer = { kind: "done", file: { id: "m-3", is: "picture" } };
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
  road.answer = { kind: "done", file: { id: "m-4", is: "picture" } };
  expect((await parcels.give({ ...to, block: "c" }, file(), { progress: () => {} })).id).toBe("m-4");
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
  await expect(parcels.give(to, { ...file(), size: 40 * 1024 * 1024 + 1 } as File, { progress: () => {} })).rejects.toThrow("large");
  road.answer = { kind: "unreachable" };
  for (let i = 0; i < mostParcels; i++) void parcels.give(to, file(), { progress: () => {} });
  await expect(parcels.give(to, file(), { progress: () => {} })).rejects.toThrow("many");
  await settled(shelf, mostParcels);
  parcels.stop();
});

test("a picture takes its place, comes back where it stood when the post went out without it, and gives way to what was chosen since", () => {
  const words: Block[] = [{ kind: "paragraph", id: "a", text: "One" }, { kind: "paragraph", id: "z", text: "Two" }];
  expect(withFile([...words, { kind: "image", id: "b", alt: "Gates" }], to, { id: "m" })).toEqual([...words, { kind: "image", id: "b", alt: "Gates", media: "m" }]);
  expect(withFile(words, to, { id: "m" })!.map(({ id }) => id)).toEqual(["a", "b", "z"]);
  expect(withFile(words, { block: "b", after: "gone" }, { id: "m" })!.map(({ id }) => id)).toEqual(["a", "z", "b"]);
  expect(withFile([{ kind: "image", id: "b", media: "newer" }], to, { id: "m" })).toBeNull();
});

test("a picture of a gallery takes its own place in it, and none in a gallery that is gone or changed", () => {
  const gallery: Block = { kind: "gallery", id: "b", items: [{ alt: "One" }, { alt: "Two" }] };
  expect(withFile([gallery], { ...to, item: 1 }, { id: "m" })).toEqual([{ ...gallery, items: [{ alt: "One" }, { alt: "Two", media: "m" }] }]);
  expect(withFile([gallery], { ...to, item: 2 }, { id: "m" })).toBeNull();
  expect(withFile([], { ...to, item: 0 }, { id: "m" })).toBeNull();
  expect(withFile([{ ...gallery, items: [{ media: "newer" }] }], { ...to, item: 0 }, { id: "m" })).toBeNull();
});

test("a picture of a gallery that the post went out without comes back between its neighbours, and so do two", () => {
  const card: Block = { kind: "gallery", id: "b", items: [{ alt: "One" }, {}, {}, { alt: "Four" }, {}] };
  const sent = written([card]);
  const second = withFile(sent, { ...to, item: 1, card }, { id: "m2" })!;
  const third = withFile(second, { ...to, item: 2, card }, { id: "m3" })!;
  expect(withFile(third, { ...to, item: 4, card }, { id: "m5" })).toEqual([{ ...card, items: [{ alt: "One" }, { media: "m2" }, { media: "m3" }, { alt: "Four" }, { media: "m5" }] }]);
  expect(withFile([card], { ...to, item: 2, card }, { id: "m3" })).toEqual([{ ...card, items: [{ alt: "One" }, {}, { media: "m3" }, { alt: "Four" }, {}] }]);
});

test("words go out without a picture of which there is nothing yet, and with one that is described", () => {
  const blocks: Block[] = [{ kind: "paragraph", id: "a", text: "Words" }, { kind: "image", id: "b" }, { kind: "image", id: "c", alt: "Gates" }, { kind: "image", id: "d", media: "m" }];
  expect(readyBlocks(blocks).map(({ id }) => id)).toEqual(["a", "c", "d"]);
});

test("who sent a picture that its post does not take any more is told, and nothing is tried again", async () => {
  const { parcels, road, shelf } = desk();
  road.refusal = "This post is published; only an editor changes it now.";
  expect((await parcels.give(to, file(), { progress: () => {} })).id).toBe("m-1");
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
    road.answer = { kind: "done", file: { id: "m-1", is: "picture" } };
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
    road.answer = { kind: "done", file: { id: "m-1", is: "picture" } };
    parcels.wake();
    await settled(shelf, 0);
    expect(road.items).toEqual([ends]);
  }
});

const film = (size: number) => file("gates.mp4", size);
const card = { ...to, takes: "video" as const };

test("a film waits on the device when it is small enough; a larger one waits while its page is open, says so, and is asked about before the page closes", async () => {
  for (const [size, share, kept] of [[mostKept, "kept", 1], [mostKept + 1, "held", 0]] as const) {
    const { parcels, road, shelf } = desk();
    road.answer = { kind: "unreachable" };
    const shares: Share[] = [];
    const given = parcels.give(card, film(size), { progress: (share) => shares.push(share) });
    await vi.waitFor(() => expect(shares).toEqual([share]));
    expect([parcels.holds, parcels.share("p", "b"), (await shelf.all()).length]).toEqual([kept === 0, share, kept]);
    road.answer = { kind: "done", file: { id: "f", is: "video", poster: "still" } };
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await given).toEqual({ id: "f", is: "video", poster: "still" });
    await settled(shelf, 0);
    expect([road.placed, parcels.holds, parcels.share("p", "b")]).toEqual([[["b", "f"]], false, null]);
  }
});

test("pictures go out beside a film that takes its time", async () => {
  const { parcels, road, shelf } = desk();
  const slow = new Promise<Sent>(() => {});
  const sent = road.sent;
  const both = new Parcels({
    shelf, by: "ana", slug: "storm", now: () => `${keys++}`.padStart(4, "0"), place: async () => true, left: () => {}, refused: () => {}, another: () => "",
    send: async (_, name) => (sent.push(name), name.endsWith(".mp4") ? slow : { kind: "done", file: { id: "m-1", is: "picture" } }),
  });
  void both.give(card, film(4), { progress: () => {} });
  await vi.waitFor(() => expect(sent).toEqual(["gates.mp4"]));
  expect((await both.give({ ...to, block: "c" }, file(), { progress: () => {} })).id).toBe("m-1");
  parcels.stop();
});

test("a recording may be of 500 MB, a picture and captions of 40", async () => {
  const { parcels } = desk();
  const large = 500 * 1024 * 1024 + 1;
  for (const [takes, size, most] of [["video", large, 500], ["audio", large, 500], ["captions", mostKept + 1, 40], ["image", mostKept + 1, 40]] as const)
    await expect(parcels.give({ ...to, takes }, file("a", size), { progress: () => {} })).rejects.toMatchObject({ most });
});

test("a sound chosen for a video is not put there, and whoever gave it is told; when they are gone, the desk is", async () => {
  const { parcels, road, shelf } = desk();
  road.answer = { kind: "done", file: { id: "s", is: "audio" } };
  await expect(parcels.give(card, film(4), { progress: () => {} })).rejects.toThrow("no video");
  await shelf.put({ key: "0", by: "ana", slug: "storm", ...card, name: "left.mp4", file: film(4) });
  await parcels.start();
  await settled(shelf, 0);
  expect([road.placed, road.left]).toEqual([[], ["left.mp4: no video"]]);
});

test("a film finds its card with its still, captions find theirs, and one that was chosen in place of another takes its place alone", () => {
  const film: Block = { kind: "video", id: "b", credit: "Ana" };
  expect(withFile([film], card, { id: "f", poster: "p" })).toEqual([{ ...film, media: "f", poster: "p" }]);
  expect(withFile([{ kind: "audio", id: "b" }], card, { id: "f" })).toBeNull();
  const captions = { ...to, takes: "captions" as const, as: "captions" as const };
  expect(withFile([film], captions, { id: "c" })).toEqual([{ ...film, captions: "c" }]);
  expect(withFile([], captions, { id: "c" })).toBeNull();
  const first = { ...film, media: "f", poster: "p" };
  expect(withFile([first], { ...card, over: "f" }, { id: "g", poster: "q" })).toEqual([{ ...film, media: "g", poster: "q" }]);
  expect(withFile([{ ...first, media: "newer" }], { ...card, over: "f" }, { id: "g" })).toBeNull();
});

test("what was typed about a film that the post went out without comes back with it", () => {
  const words: Block[] = [{ kind: "paragraph", id: "a", text: "One" }];
  const held: Block = { kind: "video", id: "b", credit: "Ana Reis" };
  expect(readyBlocks([...words, held])).toEqual(words);
  expect(withFile(words, { ...card, card: held }, { id: "f", poster: "p" })).toEqual([...words, { ...held, media: "f", poster: "p" }]);
});
