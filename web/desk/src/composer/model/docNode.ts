/** The editor's document as plain data, as ProseMirror writes it. */
export interface DocNode {
  type?: string;
  attrs?: Record<string, unknown>;
  content?: DocNode[];
  text?: string;
  marks?: DocMark[];
}

export interface DocMark {
  type: string;
  attrs?: Record<string, unknown>;
}

/** A document in the editor: its pieces never change, so what was read from one can be kept. */
export interface LiveDoc {
  readonly childCount: number;
  child(index: number): { toJSON(): DocNode };
}
