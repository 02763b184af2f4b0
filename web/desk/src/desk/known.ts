import type { Known } from "../composer/index.ts";
import type { User } from "../members/members.ts";
import type { Member } from "../session/session.ts";

/** Whom bylines can name: the newsroom's people, oneself first. */
export function knownFrom(users: readonly User[], me: Member): Known[] {
  const others = users.filter((user) => !user.disabledAt && user.id !== me.id);
  return [me, ...others].map(({ name }): Known => ({ name, kind: "person" }));
}
