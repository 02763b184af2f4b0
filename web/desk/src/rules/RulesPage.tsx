import { type FormEvent, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useAsked } from "../ui/asked.ts";
import { Choice, Field } from "../ui/Field.tsx";
import { say, sentenceOf } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { items } from "./lacks.ts";
import { type Ask, type Rules, rules } from "./rules.ts";
import { Sentence } from "../ui/Sentence.tsx";

/** As the server bounds it. */
const mostDelay = 60;

export function RulesPage() {
  const w = useWords();
  const stands = useQuery({ queryKey: ["rules"], queryFn: ({ signal }) => rules.show(signal) });
  return (
    <main className="sheet" id="page">
      <title>{w.rules.title}</title>
      <h1>{w.rules.title}</h1>
      {stands.error && !stands.data ? <p className="problem" role="alert"><Sentence>{sentenceOf(stands.error, w)}</Sentence></p> : stands.data ? <RulesForm stands={stands.data} /> : <p role="status">{w.app.loading}</p>}
    </main>
  );
}

function RulesForm({ stands }: { stands: Rules }) {
  const w = useWords();
  const client = useQueryClient();
  const [delay, setDelay] = useState(String(stands.sendDelay));
  const [list, setList] = useState(stands.checklist);
  const { busy, sentence, problem, ask, at } = useAsked();
  const asks = Object.entries(w.rules.asks) as [Ask, string][];
  const pictureAsks = asks.map(([ask, words]) => [ask, ask === "must" ? w.rules.mustPicture : words] as const);
  const save = (event: FormEvent) => {
    event.preventDefault();
    void ask(async () => {
      client.setQueryData(["rules"], await rules.change({ sendDelay: Number(delay), checklist: list }));
      say(w.app.saved);
    });
  };
  return (
    <form onSubmit={save} className="rules">
      <section aria-labelledby="asked">
        <h2 id="asked">{w.rules.checklist}</h2>
        <p className="hint">{w.rules.checklistWhy}</p>
        <div className="asks">
          {items.map((item) => <Choice key={item} label={w.rules.items[item]} value={list[item] ?? "warn"} options={item === "alt" || item === "credit" ? pictureAsks : asks} onChange={(next) => setList({ ...list, [item]: next })} />)}
        </div>
      </section>
      <section aria-labelledby="delay">
        <h2 id="delay">{w.rules.delay}</h2>
        <Field label={w.rules.seconds} hint={w.rules.delayWhy} type="number" min={0} max={mostDelay} step={1} required value={delay} onChange={(event) => setDelay(event.target.value)} problem={at("sendDelay")} dir="ltr" />
      </section>
      {sentence && !problem?.problems ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
      <p className="actions"><button className="main" disabled={busy}>{busy ? w.app.saving : w.app.save}</button></p>
    </form>
  );
}
