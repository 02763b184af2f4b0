import type { Byline } from "../../api/types.ts";

/** The most bylines that the server takes. */
export const MostBylines = 20;
const MostOffered = 8;

/** Somebody, or a team, whose name the newsroom knows. */
export type Known = Pick<Byline, "name" | "role" | "organisation" | "kind">;

export interface Offered {
  byline: Byline;
  /** A name that nobody knows yet. */
  isNew: boolean;
}

/** Those whose name or role has words beginning as typed, but for those already named; last, the name as typed. */
export function offered(people: readonly Known[], named: readonly Byline[], typed: string): Offered[] {
  const sought = plain(typed).split(/\s+/).filter(Boolean);
  const known = people
    .filter(({ name }) => !named.some((byline) => byline.name === name))
    .filter(({ name, role, organisation }) => {
      const words = plain([name, role, organisation].filter(Boolean).join(" ")).split(/[\s,.-]+/);
      return sought.every((part) => words.some((word) => word.startsWith(part)));
    })
    .slice(0, MostOffered)
    .map((byline) => ({ byline: { ...byline }, isNew: false }));
  const name = typed.trim().replace(/\s+/g, " ");
  const isKnown = [...people, ...named].some((someone) => plain(someone.name ?? "") === plain(name));
  return name === "" || isKnown ? known : [...known, { byline: { name, kind: "person" }, isNew: true }];
}

/** Letters without case and accents, so that "Jose" finds José and hamza is no hurdle. */
const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase().trim();
