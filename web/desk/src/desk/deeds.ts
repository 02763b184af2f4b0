import type { Post } from "../api/types.ts";

/** What can be done with a post from a row of the stream or the queue, by key or by button. */
export interface Deeds {
  read(post: Post): void;
  edit(post: Post): void;
  takeOver(post: Post): void;
  publish(post: Post): void;
  sendBack(post: Post): void;
  lift(post: Post): void;
  flag(post: Post, name: "breaking" | "keyEvent" | "pinned"): void;
  takeOff(post: Post): void;
  unschedule(post: Post): void;
  history(post: Post): void;
  preview(post: Post): void;
}
