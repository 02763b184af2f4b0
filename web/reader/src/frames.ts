// What the server sends: spec/protocol.md, "Frames".

export interface Article {
  readonly target: string;
  readonly revision: number;
  readonly sort: string;
  readonly html: string;
}

interface Common {
  readonly seq: number;
  readonly target: string | null;
  readonly sections?: Readonly<Record<string, string>>;
  readonly fill?: Article;
}

export interface Upsert extends Common, Article {
  readonly op: 'upsert';
  readonly target: string;
  readonly breaking: boolean;
  readonly keyEvent: boolean;
}

export interface Withdraw extends Common, Article {
  readonly op: 'withdraw';
  readonly target: string;
}

export interface Remove extends Common {
  readonly op: 'remove';
  readonly target: string;
}

export interface StatusChange extends Common {
  readonly op: 'status';
  readonly status: string;
}

export interface SectionChange extends Common {
  readonly op: 'pin' | 'summary' | 'header' | 'void';
}

export type Change = Upsert | Withdraw | Remove | StatusChange | SectionChange;

/** What every connection begins with: which journal this is, and which build renders its pages. */
export interface Greeting {
  readonly epoch: string;
  readonly build: string;
}

/** An answer to a poll. */
export interface Batch extends Greeting {
  readonly head: number;
  readonly reset?: boolean;
  readonly changes: readonly Change[];
}
