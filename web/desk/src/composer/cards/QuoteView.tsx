import { NodeViewContent, NodeViewWrapper, type NodeViewProps } from "@tiptap/react";
import { useSurroundings } from "../context.ts";
import { isBlank } from "../model/richText.ts";
import { FieldView } from "./fields/FieldView.tsx";
import { withField } from "./fields/values.ts";
import type { Field } from "./forms.ts";

const fields: readonly Field[] = [{ name: "attribution", as: "line" }, { name: "source", as: "line" }, { name: "sourceUrl", as: "link" }];

/** A quotation: its words stand in the flow, whose they are below them. */
export function QuoteView({ node, updateAttributes, editor }: NodeViewProps) {
  const { words } = useSurroundings();
  const known = (node.attrs["fields"] ?? {}) as Record<string, unknown>;
  const owes = !isBlank(node.textContent) && !known["attribution"] && !known["source"];
  return (
    <NodeViewWrapper as="blockquote" className="quote">
      <NodeViewContent<"div"> className="quote-words" />
      <div className="quote-fields" contentEditable={false} role="group" aria-label={words.kinds.quote}>
        {fields.map((field) => (
          <FieldView key={field.name} field={field} kind="quote" value={known[field.name]} readOnly={!editor.isEditable} onChange={(value) => updateAttributes({ fields: withField(known, field.name, value) })} />
        ))}
        {owes && <p className="owed">{words.owedSentence(["source"])}</p>}
      </div>
    </NodeViewWrapper>
  );
}
