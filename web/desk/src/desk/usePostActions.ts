import { useMemo } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { Refused } from "../api/client.ts";
import { type PostVerb, coverages, posts } from "../api/calls.ts";
import type { Coverage, Post } from "../api/types.ts";
import { uuid7 } from "../kept/uuid7.ts";
import { lift, mostPoints } from "../pages/summary.ts";
import { say, sentenceOf } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { withdrawnNotice } from "./notice.ts";

export type Flags = { breaking?: boolean; keyEvent?: boolean; pinned?: boolean };

/** What an editor does with a post on screen. Each answers with the post as it then is, or has said why not. */
export function usePostActions(slug: string, took: (post: Post) => void) {
  const w = useWords();
  const client = useQueryClient();
  return useMemo(() => {
    const does = async (post: Post, verb: PostVerb, body: object = {}, version?: number): Promise<Post | undefined> => {
      try {
        const next = await posts.do(slug, post.id, verb, { body, key: uuid7(Date.now()), ...(version === undefined ? {} : { version }) });
        took(next);
        return next;
      } catch (error) {
        const stands = error instanceof Refused ? error.problem.post : undefined;
        if (stands) took(stands);
        say(stands && error instanceof Refused && error.status === 409 ? w.post.changedMeanwhile : sentenceOf(error, w), true);
        return undefined;
      }
    };
    return {
      does,
      /** The version on screen and no other. */
      publish: async (post: Post, delayed: boolean) => {
        const next = await does(post, "publish", delayed ? { delayed } : {}, post.revision);
        if (next?.state === "published") say(w.post.published(next.headline ?? w.state.untitled));
        return next;
      },
      takeOver: (post: Post, from?: string) => does(post, "take-over", from === undefined ? {} : { from }),
      letGo: (post: Post) => does(post, "let-go"),
      sendBack: async (post: Post, note: string) => {
        const next = await does(post, "send-back", { note });
        if (next) say(w.post.backSent(next.headline ?? w.state.untitled));
        return next;
      },
      /** Shown at once; what the server then says holds. */
      flag: async (post: Post, flags: Flags) => {
        took({ ...post, ...flags });
        if (!(await does(post, "flags", flags))) took(post);
      },
      /** Off every page with a notice that explains nothing yet. */
      takeOff: (post: Post, language: string) => does(post, "withdraw", { notice: withdrawnNotice(language) }),
      lift: async (post: Post) => {
        try {
          client.setQueryData(["coverage", slug], await lifted(slug, post.headline ?? ""));
          say(w.post.lifted);
        } catch (error) {
          say(error instanceof SummaryFull ? w.post.summaryFull : sentenceOf(error, w), true);
        }
      },
    };
  }, [slug, took, w, client]);
}

export type PostActions = ReturnType<typeof usePostActions>;

class SummaryFull extends Error {}

/** How often a lift goes on from somebody else's change of the page; what they changed stands in either case. */
const mostLifts = 3;

async function lifted(slug: string, headline: string, tries = 1): Promise<Coverage> {
  const stands = await coverages.show(slug);
  if (stands.summary.length >= mostPoints) throw new SummaryFull();
  try {
    return await coverages.edit(slug, { summary: lift(stands.summary, headline) }, stands.revision);
  } catch (error) {
    if (error instanceof Refused && error.status === 409 && tries < mostLifts) return await lifted(slug, headline, tries + 1);
    throw error;
  }
}
