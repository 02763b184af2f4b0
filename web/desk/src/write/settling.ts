// What stands around the blocks of a post, three ways: what one side changed is taken, what both changed is asked.
import type { Content } from "../api/types.ts";
import { same } from "../kept/work.ts";

export type Part = "headline" | "details";
const parts: readonly Part[] = ["headline", "details"];

const of = (content: Content | null, part: Part): Content =>
  part === "headline" ? { headline: content?.headline ?? null } : { label: content?.label as NonNullable<Content["label"]>, bylines: content?.bylines ?? [], publishedAt: content?.publishedAt ?? null, timeKnown: content?.timeKnown ?? null };

export function partsInConflict(base: Content | null, mine: Content, theirs: Content): Part[] {
  return parts.filter((part) => {
    const [was, my, their] = [of(base, part), of(mine, part), of(theirs, part)];
    return !same(my, their) && !same(my, was) && !same(their, was);
  });
}

export function settled(base: Content | null, mine: Content, theirs: Content, chosen: Partial<Record<Part, "mine" | "theirs">>): Content {
  const taken = parts.map((part) => {
    const side = chosen[part] ?? (same(of(mine, part), of(base, part)) ? "theirs" : "mine");
    return of(side === "mine" ? mine : theirs, part);
  });
  const { label, ...rest } = Object.assign({}, ...taken) as Content;
  return label == null ? rest : { ...rest, label };
}
