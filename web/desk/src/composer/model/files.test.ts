import { expect, test } from "vitest";
import type { Block } from "../../api/types.ts";
import { lengthOf, meant, recordingHash, withMedia } from "./files.ts";

const hash = "0123456789abcdef".repeat(4);

test("a name tells how long a recording is, as readers are told", () => {
  expect([`${hash}-1920x1080-42300.mp4`, `${hash}-3723000.m4a`, `${hash}-59600.mp3`, `${hash}-120.mp3`].map(lengthOf)).toEqual(["0:42", "1:02:03", "1:00", "0:01"]);
  expect([`${hash}.vtt`, `${hash}-900x600-a1b2c3`, "gates.mp4", `${hash}-12x.mp4`, null].map(lengthOf)).toEqual([null, null, null, null, null]);
});

test("the library is asked about videos and sounds by their hash, and about nothing else", () => {
  expect([`${hash}-64x64-1000.mp4`, `${hash}-1000.mp3`, `${hash}.vtt`, "m-4"].map(recordingHash)).toEqual([hash, hash, null, null]);
});

test("a dropped file is what its type says, or its ending where the browser knows no type", () => {
  const of = (type: string, name: string) => meant({ type, name });
  expect([of("video/mp4", "a.mp4"), of("", "card.MKV"), of("audio/x-m4a", "memo.m4a"), of("", "tide.flac"), of("image/heic", "a.heic")]).toEqual(["video", "video", "audio", "audio", "image"]);
  expect([of("", "gates.srt"), of("text/vtt", "gates"), of("application/pdf", "a.pdf"), of("", "unknown")]).toEqual(["captions", "captions", "document", "document"]);
});

test("a video takes the frame that came with it as its still, unless it has one; nothing else does", () => {
  const film: Block = { kind: "video", credit: "Ana Reis" };
  expect(withMedia(film, { id: "f", poster: "p" })).toEqual({ ...film, media: "f", poster: "p" });
  expect(withMedia({ ...film, poster: "own" } as Block, { id: "f", poster: "p" })).toEqual({ ...film, media: "f", poster: "own" });
  expect(withMedia({ kind: "audio" } as Block, { id: "s", poster: "p" })).toEqual({ kind: "audio", media: "s" });
});
