import type { Known } from "../composer/index.ts";
import type { User } from "../members/members.ts";
import type { Member } from "../session/session.ts";

/** Whom bylines can name: the newsroom's people, oneself first, and their teams. */
export function knownFrom(users: readonly User[], me: Member): Known[] {
  const people = users.filter((user) => !user.disabledAt && user.id !== me.id).map(({ name }): Known => ({ name, kind: "person" }));
  const teams = [...new Set([...users.map((user) => user.team), me.team].filter((team): team is string => Boolean(team)))].map((name): Known => ({ name, kind: "team" }));
  return [{ name: me.name, kind: "person" }, ...people, ...teams];
}
