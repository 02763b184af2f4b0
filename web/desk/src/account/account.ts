import { call } from "../api/client.ts";
import type { Schemas } from "../api/types.ts";

export const account = {
  sessions: (signal?: AbortSignal) => call<Schemas["SessionList"]>("GET", "/api/v1/account/sessions", signal ? { signal } : {}),
  end: (id: string) => call<void>("DELETE", `/api/v1/account/sessions/${encodeURIComponent(id)}`),
  password: (password: string, old?: string) => call<unknown>("PUT", "/api/v1/account/password", { body: { password, ...(old ? { old } : {}) } }),
  beginCode: () => call<Schemas["NewCode"]>("POST", "/api/v1/account/code", { body: {} }),
  confirmCode: (code: string) => call<Schemas["RecoveryCodes"]>("PUT", "/api/v1/account/code", { body: { code } }),
  endCode: () => call<void>("DELETE", "/api/v1/account/code"),
};
