import { call } from "../api/client.ts";
import type { Schemas } from "../api/types.ts";
import type { Role } from "../session/session.ts";

export type User = Schemas["User"];
export type Entry = Schemas["AuditEntry"];

const users = "/api/v1/users";

export const members = {
  list: (signal?: AbortSignal) => call<Schemas["UserList"]>("GET", users, signal ? { signal } : {}),
  add: (name: string, email: string, role: Role) => call<Schemas["Newcomer"]>("POST", users, { body: { name, email, role } }),
  change: (id: string, change: Schemas["UserEdit"]) => call<unknown>("PATCH", `${users}/${encodeURIComponent(id)}`, { body: change }),
  link: (id: string) => call<Schemas["Newcomer"]>("POST", `${users}/${encodeURIComponent(id)}/link`, { body: {} }),
};

export type Filters = Record<"by" | "did" | "about" | "from" | "to", string>;

export function auditQuery(filters: Filters, before?: string | null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, name === "from" || name === "to" ? new Date(`${value}T${name === "to" ? "23:59:59.999" : "00:00"}`).toISOString() : value);
  if (before) query.set("before", before);
  return query.size > 0 ? `?${query}` : "";
}

export const audit = {
  page: (filters: Filters, before: string | null, signal?: AbortSignal) => call<Schemas["AuditList"]>("GET", `/api/v1/audit${auditQuery(filters, before)}`, signal ? { signal } : {}),
};
