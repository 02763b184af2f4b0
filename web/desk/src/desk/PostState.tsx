import type { Post } from "../api/types.ts";
import { owed } from "../composer/index.ts";
import { useRules } from "../rules/rules.ts";
import { clock } from "../times/zone.ts";
import { localeOf } from "../words/locale.ts";
import { useLanguage } from "../words/words.tsx";

/** Where a post stands, in words. */
export function PostState({ post, zone, now, by }: { post: Post; zone: string; now: Date; by?: string | undefined }) {
  const { w, language } = useLanguage();
  const at = (text: string) => clock(new Date(text), zone, localeOf(language), now);
  const says: string[] = [];
  if (post.state === "filed" && post.filed) says.push(w.state.filedBy(post.filed.by, at(post.filed.at)));
  else if (post.state === "scheduled" && post.scheduledFor) says.push(w.state.scheduledFor(at(post.scheduledFor)));
  else if (post.state !== "published") says.push(w.state[post.state]);
  if (post.state === "draft" && post.sentBack) says.push(w.state.sentBack(post.sentBack.by, post.sentBack.note ?? ""));
  if (post.state === "published" && post.updatedAt) says.push(w.state.updated(at(post.updatedAt)));
  if (post.from) says.push(w.move.from(post.from.slug));
  if (post.state === "scheduled" || post.state === "filed") for (const version of post.prepared ?? []) if (version.id === post.id) says.push(w.versions.is(version.name));
  if (post.draft) says.push(w.state.edited);
  if (post.held) says.push(w.hurry.heldBy(post.held.by, at(post.held.at)));
  const gone = post.state === "withdrawn" || post.state === "taken-down";
  const { checklist } = useRules();
  for (const debt of new Set(gone ? [] : owed(post.blocks).map((each) => each.owes))) if (checklist[debt] !== "off") says.push(w.state.owed[debt]);
  if (!gone && post.waiting && post.waiting.length > 0) says.push(w.hurry.pictureWaits(post.waiting.length));
  if (!gone && post.lapsed && post.lapsed.length > 0) says.push(w.state.lapsed(post.lapsed.length));
  const flags = [post.urgent ? w.hurry.urgent : "", post.breaking ? w.state.breaking : "", post.keyEvent ? w.state.keyEvent : "", post.pinned ? w.state.pinned : ""].filter(Boolean);
  return (
    <p className="state">
      {flags.map((flag) => <b key={flag} className={flag === w.state.breaking || flag === w.hurry.urgent ? "is-live" : ""}>{flag}</b>)}
      {says.map((sentence) => <span key={sentence}>{sentence}</span>)}
      {by ? <span className="busy">{by}</span> : null}
    </p>
  );
}
