import { useMemo } from "react";
import type { Block } from "../api/types.ts";
import { CardForm } from "./cards/CardForm.tsx";
import { type ChooseFile, type LookUp, type Showing, SurroundingsProvider, type Upload } from "./context.ts";
import { wordsFor } from "./words.ts";
import "./composer.css";

interface Props {
  block: Block;
  onChange(block: Block): void;
  /** The language of what is written. */
  language: string;
  direction: "ltr" | "rtl";
  /** The language of the form's own words. */
  words: string;
  upload: Upload;
  picture(media: string): string;
  showing: Showing;
  lookUp: LookUp;
  chooseFile: ChooseFile;
  say(sentence: string): void;
}

/** The form of one block that stands by itself, outside any text. */
export function BlockForm({ block, onChange, language, direction, words, upload, picture, showing, lookUp, chooseFile, say }: Props) {
  const surroundings = useMemo(
    () => ({ words: wordsFor(words), language, direction, upload, fileState: null, picture, showing, lookUp, chooseFile, askDocument: null, say }),
    [words, language, direction, upload, picture, showing, lookUp, chooseFile, say],
  );
  return <SurroundingsProvider value={surroundings}><div className="composer"><div className="card-form"><CardForm block={block} onChange={onChange} /></div></div></SurroundingsProvider>;
}
