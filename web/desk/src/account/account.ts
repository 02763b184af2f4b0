import { call } from "../api/client.ts";

export interface SignedIn {
  id: string;
  begunAt: string;
  lastSeenAt: string;
  device: string;
  address: string;
  current: boolean;
}

export const account = {
  sessions: (signal?: AbortSignal) => call<{ sessions: SignedIn[] }>("GET", "/api/v1/account/sessions", signal ? { signal } : {}),
  end: (id: string) => call<void>("DELETE", `/api/v1/account/sessions/${encodeURIComponent(id)}`),
  password: (password: string, old?: string) => call<unknown>("PUT", "/api/v1/account/password", { body: { password, ...(old ? { old } : {}) } }),
  beginCode: () => call<{ secret: string; uri: string }>("POST", "/api/v1/account/code", { body: {} }),
  confirmCode: (code: string) => call<{ recoveryCodes: string[] }>("PUT", "/api/v1/account/code", { body: { code } }),
  endCode: () => call<void>("DELETE", "/api/v1/account/code"),
};
