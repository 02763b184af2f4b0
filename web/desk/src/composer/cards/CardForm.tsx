import { useId, useMemo, useState } from "react";
import type { Block } from "../../api/types.ts";
import { ItemOf, useSurroundings, type Shown } from "../context.ts";
import type { Carded } from "../model/blocks.ts";
import { same } from "../model/merge.ts";
import { asWritten } from "../model/written.ts";
import { FieldView } from "./fields/FieldView.tsx";
import { GridView } from "./fields/GridView.tsx";
import { withField, withHad, type Values } from "./fields/values.ts";
import { forms, type Field } from "./forms.ts";
import { LookUpTool } from "./LookUpTool.tsx";
import { PlaceTool } from "./PlaceTool.tsx";
import { Preview } from "./Preview.tsx";
import { isDrawable, oddTotal } from "./shares.ts";

/** The form of a card. What is typed shows at once and goes into the text's history; what history brings back shows here. */
export function CardForm({ block, onChange }: { block: Block; onChange(block: Block): void }) {
  const { words, showing } = useSurroundings();
  const [shown, setFresh] = useState<Shown | null>(null);
  const [{ from, value }, setShown] = useState({ from: block, value: block as Values & Block });
  if (from !== block) setShown({ from: block, value: same(block, value) ? value : (block as Values & Block) });
  const kind = block.kind as Carded;
  const { fields, items, grid } = forms[kind];

  function change(next: Values): void {
    setShown({ from, value: next as Values & Block });
    onChange(next as Block);
  }

  const sent = useMemo(() => asWritten(value), [value]);
  const odd = oddTotal(sent);
  const list = items ? ((value[items.name] ?? []) as Values[]) : [];
  const [names, setNames] = useState<readonly number[]>([]);
  // An item that moves takes what goes on in it along: a file on its way, the caret. What came since has the next free number.
  const named = list.reduce<number[]>((known, _, i) => [...known, names[i] ?? Math.max(-1, ...names, ...known) + 1], []);
  const putItems = (next: Values[]): void => change(withField(value, items!.name, next));
  return (
    <>
      <Fields fields={fields} kind={kind} value={value} onChange={change} />
      {(kind === "embed" || kind === "linkCard") && <LookUpTool block={value} onChange={(next) => change(next as Values)} />}
      {showing && isDrawable(sent) && <Preview showing={showing} block={sent} onShown={setFresh} />}
      {showing && shown?.summary && value["summary"] == null && isDrawable(sent) && (
        <p className="card-said">
          <span className="field-name">{words.preview.says}</span> <span dir="auto">{shown.summary}</span>{" "}
          <button type="button" onClick={() => change(withField(value, "summary", shown.summary))}>{words.preview.change}</button>
        </p>
      )}
      {grid && <GridView numbers={grid === "numbers"} columns={(value["columns"] ?? []) as string[]} rows={(value["rows"] ?? []) as (string | number | null)[][]} onChange={(columns, rows, sign) => change({ ...value, columns, rows, ...(sign && value["unit"] == null ? { unit: sign } : {}) })} />}
      {odd !== null && <p className="field-note" role="status">{words.preview.oddTotal(odd)}</p>}
      {items && (
        <>
          {list.map((item, i) => (
            <fieldset key={named[i]} className="card-item">
              <legend>{words.item(words.itemOf[kind] ?? words.kinds[kind], i + 1)}</legend>
              <ItemOf value={i}><Fields fields={items.each} kind={kind} value={item} onChange={(next) => putItems(list.with(i, next))} /></ItemOf>
              {kind === "map" && <PlaceTool place={item} onChange={(next) => putItems(list.with(i, next))} />}
              <span className="card-keys">
                <button type="button" disabled={i === 0} onClick={() => { setNames(named.toSpliced(i - 1, 2, named[i]!, named[i - 1]!)); putItems(list.toSpliced(i - 1, 2, list[i]!, list[i - 1]!)); }}>{words.moveUp}</button>
                <button type="button" onClick={() => { setNames(named.toSpliced(i, 1)); putItems(list.toSpliced(i, 1)); }}>{words.remove}</button>
              </span>
            </fieldset>
          ))}
          <button type="button" className="card-add" disabled={list.length >= items.most} onClick={() => putItems([...list, items.blank() as Values])}>{words.addItem[kind]}</button>
        </>
      )}
    </>
  );
}

function Fields({ fields, kind, value, onChange }: { fields: readonly Field[]; kind: Carded; value: Values; onChange(value: Values): void }) {
  const { words } = useSurroundings();
  const id = useId();
  const [shown, folded] = [fields.filter((field) => !field.more), fields.filter((field) => field.more)];
  // Behind the fold is only what is empty: nothing that readers will see is hidden from the writer.
  const [filled] = useState(() => folded.some((field) => value[field.name] != null));
  const view = (field: Field) => <FieldView key={field.name} field={field} kind={kind} value={value[field.name]} onChange={(next) => onChange(withField(value, field.name, next))} onHad={(picture) => onChange(withHad(value, picture, fields))} />;
  return (
    <>
      {shown.map(view)}
      {folded.length > 0 && <details id={id} open={filled}><summary>{words.more}</summary><div className="card-folded">{folded.map(view)}</div></details>}
    </>
  );
}
