// Sends a file to the library. By XMLHttpRequest, as fetch does not tell how much has gone out.
import { signedOut } from "./client.ts";
import type { Schemas } from "./types.ts";

/** A file that the library has, by its name there; of a video also a frame of it, as a picture. */
export interface Arrived {
  id: string;
  is: Schemas["Media"]["type"];
  poster?: string;
}

export type Sent = { kind: "done"; file: Arrived } | { kind: "refused"; sentence: string } | { kind: "unreachable" } | { kind: "signed out" } | { kind: "busy" };

/** A large file on a slow line takes its time; a line on which nothing moves for this long is given up. */
const mostSilence = 60_000;

/** Once it is sent, the server reads a recording from end to end, and others may be before it. */
const mostLooking = 600_000;

export function sendFile(file: Blob, name: string, progress: (share: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const heard = (patience = mostSilence) => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), patience);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      heard();
      progress(loaded / total);
    };
    request.upload.onload = () => heard(mostLooking);
    request.onloadend = () => {
      clearTimeout(silence);
      resolve(read(request.status, request.responseText));
    };
    request.open("POST", "/api/v1/media");
    const form = new FormData();
    form.append("file", file, name);
    heard();
    request.send(form);
  });
}

export function read(status: number, text: string): Sent {
  if (status === 401) signedOut();
  if (status === 401) return { kind: "signed out" };
  if (status === 429 || status === 503) return { kind: "busy" };
  try {
    const answer = JSON.parse(text) as Partial<Schemas["Media"]> & { title?: string };
    if (status < 300 && answer.id && answer.type) return { kind: "done", file: { id: answer.id, is: answer.type, ...(answer.poster ? { poster: answer.poster } : {}) } };
    if (status >= 400 && answer.title) return { kind: "refused", sentence: answer.title };
  } catch {
    // A gateway's page, or half an answer: nothing is known.
  }
  return { kind: "unreachable" };
}

/** Where the desk sees a picture, small unless a larger one is asked for. */
export function pictureAddress(media: string, width: 320 | 960 = 320): string {
  return `/api/v1/media/${media.split("-")[0]}/${width}.webp`;
}

/** Where the desk plays or reads a recording or a document of the library, published or not. */
export function fileAddress({ hash, id, type }: { hash: string; id: string; type: Arrived["is"] }): string {
  const ending = id.slice(id.lastIndexOf("."));
  return `/api/v1/media/${hash}/${type}${ending}`;
}
