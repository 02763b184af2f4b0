import { useMemo, useState } from "react";
import type { Block, Coverage } from "../api/types.ts";
import { pictureAddress, sendFile } from "../api/media.ts";
import { lookUp } from "../api/calls.ts";
import { blocksShown } from "../api/shown.ts";
import { asWritten, BlockForm, blankOf, type LookUp, type Upload, wordsFor } from "../composer/index.ts";
import { useChoosing } from "../library/useChoosing.tsx";
import { Choice } from "../ui/Field.tsx";
import { Sentence } from "../ui/Sentence.tsx";
import { say } from "../ui/notices.tsx";
import { directionOf } from "../write/direction.ts";
import { useLanguage } from "../words/words.tsx";
import { useEdited } from "./edited.ts";

/** What may stand there; an embed is how a live stream of another site comes to the top. */
const kinds = ["image", "gallery", "video", "audio", "embed", "map", "chart"] as const;
type Kind = (typeof kinds)[number];

/** The picture, video or live stream at the top of a live page. */
export function LeadPart({ page }: { page: Coverage }) {
  const { w, language } = useLanguage();
  const words = wordsFor(language);
  const { busy, sentence, problem, edit } = useEdited(page);
  const [typed, setTyped] = useState<{ lead: Block | null } | null>(null);
  const lead = typed ? typed.lead : (page.lead ?? null);
  const choosing = useChoosing();
  const showing = useMemo(() => blocksShown(page.slug), [page.slug]);
  const upload = useMemo<Upload>(() => async (file, _, progress) => {
    const sent = await sendFile(file, file.name, progress);
    if (sent.kind === "done") return sent.file;
    throw new Error(sent.kind === "refused" ? sent.sentence : words.media.failed);
  }, [words]);
  const save = async () => {
    if (await edit({ lead: lead && asWritten(lead) })) setTyped(null);
  };
  return (
    <section aria-labelledby="lead">
      <h2 id="lead">{w.settings.lead}</h2>
      <Choice label={w.settings.leadKind} hint={w.settings.leadWhy} value={(lead?.kind ?? "") as Kind | ""} options={[["", w.settings.noLead], ...kinds.map((kind) => [kind, words.kinds[kind]] as const)]}
        onChange={(kind) => setTyped({ lead: kind === "" ? null : kind === page.lead?.kind ? page.lead : blankOf[kind]() })} />
      {lead ? (
        <BlockForm key={lead.kind} block={lead} onChange={(next) => setTyped({ lead: next })} language={page.language} direction={directionOf(page.language)} words={language}
          upload={upload} picture={pictureAddress} showing={showing} lookUp={lookUp as LookUp} chooseFile={choosing.chooseFile} say={say} />
      ) : null}
      {choosing.dialog}
      <p className="actions">
        <button type="button" className="main" disabled={busy || !typed} onClick={() => void save()}>{busy ? w.app.saving : w.app.save}</button>
        {typed ? <span className="meta">{w.settings.unsaved}</span> : null}
      </p>
      {sentence ? <p className="problem" role="alert"><Sentence>{problem?.problems?.map((each) => each.sentence).join(" ") || sentence}</Sentence></p> : null}
    </section>
  );
}
