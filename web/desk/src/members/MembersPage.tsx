import { type FormEvent, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useAtTheDesk } from "../app/session-context.ts";
import type { Role } from "../session/session.ts";
import { useAsked } from "../ui/asked.ts";
import { Choice, Field } from "../ui/Field.tsx";
import { sentenceOf } from "../ui/notices.tsx";
import { useWords } from "../words/words.tsx";
import { LinkBox } from "./LinkBox.tsx";
import { type User, members } from "./members.ts";
import { Sentence } from "../ui/Sentence.tsx";

export function MembersPage() {
  const w = useWords();
  const { session } = useAtTheDesk();
  const list = useQuery({ queryKey: ["users"], queryFn: ({ signal }) => members.list(signal) });
  const [link, setLink] = useState<{ name: string; link: string } | null>(null);
  const { busy, sentence, ask } = useAsked();
  const roles = Object.entries(w.roles) as [Role, string][];
  const change = (user: User, fields: Parameters<typeof members.change>[1]) => void ask(async () => { await members.change(user.id, fields); await list.refetch(); });
  return (
    <main className="sheet" id="page">
      <title>{w.members.title}</title>
      <h1>{w.members.title}</h1>
      {link ? <LinkBox {...link} /> : null}
      {list.error ? <p className="problem"><Sentence>{sentenceOf(list.error, w)}</Sentence></p> : null}
      {sentence ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
      <ul className="rows">
        {list.data?.users.map((user) => (
          <li key={user.id} className={user.disabledAt ? "off" : ""}>
            <span>
              <b>{user.name}</b> {user.disabledAt ? <span className="meta">{w.members.disabled}</span> : null}
              <br />
              <span className="meta"><bdi>{user.email}</bdi></span>
            </span>
            <span className="actions">
              <select aria-label={w.members.roleOf(user.name)} value={user.role} disabled={busy || user.id === session.member.id} onChange={(event) => change(user, { role: event.target.value as Role })}>
                {roles.map(([role, words]) => <option key={role} value={role}>{words}</option>)}
              </select>
              <button type="button" disabled={busy || Boolean(user.disabledAt)} onClick={() => void ask(async () => setLink({ name: user.name, link: (await members.link(user.id)).link }))}>{w.members.newLink}</button>
              <button type="button" disabled={busy || user.id === session.member.id} onClick={() => change(user, { disabled: !user.disabledAt })}>{user.disabledAt ? w.members.enable : w.members.disable}</button>
            </span>
          </li>
        ))}
      </ul>
      <AddMember roles={roles} onAdded={(name, made) => { setLink({ name, link: made }); void list.refetch(); }} />
    </main>
  );
}

function AddMember({ roles, onAdded }: { roles: [Role, string][]; onAdded(name: string, link: string): void }) {
  const w = useWords();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("reporter");
  const { busy, sentence, problem, at, ask } = useAsked();
  const add = (event: FormEvent) => {
    event.preventDefault();
    void ask(async () => {
      const added = await members.add(name.trim(), email.trim(), role);
      setName("");
      setEmail("");
      onAdded(added.user.name, added.link);
    });
  };
  return (
    <section aria-labelledby="add">
      <h2 id="add">{w.members.add}</h2>
      <form onSubmit={add}>
        <Field label={w.members.name} required maxLength={100} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} problem={at("name")} />
        <Field label={w.members.email} required type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} problem={at("email")} dir="ltr" />
        <Choice label={w.members.role} value={role} options={roles} onChange={(next) => setRole(next)} />
        {sentence && !problem?.problems ? <p className="problem" role="alert"><Sentence>{sentence}</Sentence></p> : null}
        <button className="main" disabled={busy}>{busy ? w.members.adding : w.members.add}</button>
      </form>
    </section>
  );
}
