// What files are, and what their names in the library say.
import type { Block } from "../../api/types.ts";

/** What a field takes. */
export type Takes = "image" | "video" | "audio" | "captions" | "document";

const endings: readonly [Takes, RegExp][] = [
  ["captions", /\.(?:vtt|srt)$/i],
  ["video", /\.(?:mp4|m4v|mov|mkv|webm|avi|mts|3gp)$/i],
  ["audio", /\.(?:mp3|m4a|aac|wav|ogg|opus|flac)$/i],
];

/** What a file that was dropped means to be. Its ending speaks where the browser knows no type: for captions nearly always, and for films of cameras. */
export function meant({ type, name }: Pick<File, "type" | "name">): Takes {
  const typed = /^(?:image|video|audio)(?=\/)/.exec(type)?.[0] as Takes | undefined;
  if (type === "text/vtt" || type === "application/x-subrip") return "captions";
  return typed ?? endings.find(([, ending]) => ending.test(name))?.[0] ?? "document";
}

/** The hash by which the library is asked about a video or a sound; null for any other name. */
export const recordingHash = (media: string | null | undefined): string | null => parts(media)?.[1] ?? null;

/** How long a video or a sound is, as readers are told: 0:42, or 1:02:03; null for any other name. */
export function lengthOf(media: string | null | undefined): string | null {
  const told = parts(media);
  if (!told) return null;
  const seconds = Math.max(1, Math.round(Number(told[2]) / 1_000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, String(seconds % 60).padStart(2, "0")];
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

const parts = (media: string | null | undefined): RegExpExecArray | null => /^([0-9a-f]{64})(?:-\d+x\d+(?=-\d+\.mp4$))?-(\d+)\.(?:mp4|m4a|mp3)$/.exec(media ?? "");

/** A block with its file. A video without a still takes the frame that came with it; so does one whose film was replaced, as the still of another film would tell something that is not so. */
export function withMedia<B extends Block>(block: B, { id, poster }: { id: string; poster?: string | undefined }): B {
  return { ...block, media: id, ...(block.kind === "video" && poster && (!block.poster || (block.media && block.media !== id)) ? { poster } : {}) };
}
