// Sends a picture to the library. By XMLHttpRequest, as fetch does not tell how much has gone out.
import { signedOut } from "./client.ts";

export type Sent = { kind: "done"; id: string } | { kind: "refused"; sentence: string } | { kind: "unreachable" } | { kind: "signed out" } | { kind: "busy" };

/** A large file on a slow line takes its time; a line on which nothing moves for this long is given up. */
const mostSilence = 60_000;

export function sendPicture(file: Blob, name: string, progress: (share: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), mostSilence);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      heard();
      progress(loaded / total);
    };
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

function read(status: number, text: string): Sent {
  if (status === 401) signedOut();
  if (status === 401) return { kind: "signed out" };
  if (status === 429 || status === 503) return { kind: "busy" };
  try {
    const answer = JSON.parse(text) as { id?: string; title?: string };
    if (status < 300 && answer.id) return { kind: "done", id: answer.id };
    if (status >= 400 && answer.title) return { kind: "refused", sentence: answer.title };
  } catch {
    // A gateway's page, or half an answer: nothing is known.
  }
  return { kind: "unreachable" };
}

/** Where the desk sees a picture, small; null for what is no picture of the library. */
export function pictureAddress(media: string): string {
  return `/api/v1/media/${media.split("-")[0]}/320.webp`;
}
