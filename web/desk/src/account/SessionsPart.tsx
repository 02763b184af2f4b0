import { useQuery } from "@tanstack/react-query";
import { useAsked } from "../ui/asked.ts";
import { Day } from "../ui/Day.tsx";
import { useWords } from "../words/words.tsx";
import { account } from "./account.ts";
import { deviceOf } from "./device.ts";
import { Sentence } from "../ui/Sentence.tsx";

export function SessionsPart() {
  const w = useWords();
  const { busy, sentence, ask } = useAsked();
  const list = useQuery({ queryKey: ["account", "sessions"], queryFn: ({ signal }) => account.sessions(signal) });
  const end = (id: string) => void ask(async () => { await account.end(id); await list.refetch(); });
  const sessions = list.data?.sessions ?? [];
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{w.account.sessions}</h2>
      <ul className="rows">
        {sessions.map((each) => (
          <li key={each.id}>
            <span>
              <b>{deviceOf(each.device)}</b>{each.current ? ` (${w.account.thisOne})` : ""}{" "}
              <span className="meta"><bdi>{each.address}</bdi> · <Day at={each.begunAt} words={w.account.since} /> · <Day at={each.lastSeenAt} words={w.account.last} /></span>
            </span>
            {each.current ? null : <button type="button" disabled={busy} onClick={() => end(each.id)}>{w.account.end}</button>}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? <button type="button" disabled={busy} onClick={() => end("others")}>{w.account.endOthers}</button> : sessions.length === 1 ? <p className="hint">{w.account.noneElse}</p> : null}
      {sentence ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
    </section>
  );
}
