import { coverages, keyEvents, posts } from "../api/calls.ts";
import type { Coverage } from "../api/types.ts";
import { useAtTheDesk } from "../app/session-context.ts";
import { uuid7 } from "../kept/uuid7.ts";
import { go } from "../routes/navigation.tsx";
import { useAsked } from "../ui/asked.ts";
import { useWords } from "../words/words.tsx";
import { mostEvents, wrapUp } from "./wrapUp.ts";
import { Sentence } from "../ui/Sentence.tsx";

/** A page that is closed offers a last post. It is a draft: an editor reads it, changes it, publishes it or leaves it. */
export function WrapUpPart({ page }: { page: Coverage }) {
  const w = useWords();
  const { session } = useAtTheDesk();
  const { busy, sentence, ask } = useAsked();
  const write = () => void ask(async () => {
    const [stands, events] = await Promise.all([coverages.show(page.slug), keyEvents(page.slug, mostEvents)]);
    const draft = await posts.save(page.slug, uuid7(Date.now()), wrapUp(stands, events, session.member.name, new Date()), null);
    go({ at: "page", slug: page.slug, post: draft.id });
  });
  return (
    <div className="box" role="status">
      <p><b>{w.wrapUp.title}</b></p>
      <p>{w.wrapUp.why}</p>
      {sentence ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
      <p className="actions"><button type="button" className="main" disabled={busy} onClick={write}>{w.wrapUp.write}</button></p>
    </div>
  );
}
