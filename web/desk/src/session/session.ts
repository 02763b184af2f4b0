// Who is signed in, and the ways in.
import { call } from "../api/client.ts";
import type { Schemas } from "../api/types.ts";

export type Role = Schemas["Role"];
export type Member = Schemas["SignedIn"];
export type Session = Schemas["Session"];

const path = "/api/v1/session";

export const session = {
  show: (signal?: AbortSignal) => call<Session>("GET", path, signal ? { signal } : {}),
  enter: (email: string, password: string, code?: string) => call<Session>("POST", path, { body: { email, password, ...(code ? { code } : {}) } }),
  follow: (token: string) => call<Session>("POST", `${path}/link`, { body: { token } }),
  leave: () => call<void>("DELETE", path),
};

export const mayPublish = (member: Member): boolean => member.role !== "reporter";
export const mayAdminister = (member: Member): boolean => member.role === "admin";
