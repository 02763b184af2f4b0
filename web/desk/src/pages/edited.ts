import { useQueryClient } from "@tanstack/react-query";
import { Refused } from "../api/client.ts";
import { coverages } from "../api/calls.ts";
import type { Coverage, CoverageEdit } from "../api/types.ts";
import { useAsked } from "../ui/asked.ts";
import { say } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";

/** Changes some fields of a live page, never over somebody else's change: then theirs is fetched and one's own fields stay. */
export function useEdited(page: Coverage) {
  const w = useWords();
  const client = useQueryClient();
  const asked = useAsked();
  const edit = (fields: CoverageEdit) =>
    asked.ask(async () => {
      try {
        const next = await coverages.edit(page.slug, fields, page.revision);
        client.setQueryData(["coverage", page.slug], next);
        void client.invalidateQueries({ queryKey: ["coverages"] });
        say(w.app.saved);
        return next;
      } catch (error) {
        if (error instanceof Refused && error.status === 409) {
          await client.invalidateQueries({ queryKey: ["coverage", page.slug] });
          throw new Refused({ ...error.problem, title: w.settings.stale });
        }
        throw error;
      }
    });
  return { ...asked, edit };
}
