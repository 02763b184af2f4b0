import type { Change } from '../src/frames.ts';

/** A connection that the test speaks on. */
export class Connection {
  open = true;
  readonly response: Response;
  #pieces!: ReadableStreamDefaultController<Uint8Array>;

  constructor(readonly url: URL, signal: AbortSignal | null | undefined) {
    const body = new ReadableStream<Uint8Array>({ start: pieces => void (this.#pieces = pieces), cancel: () => void (this.open = false) });
    this.response = new Response(body);
    signal?.addEventListener('abort', () => this.open && this.break());
  }

  get after(): number {
    return Number(this.url.searchParams.get('after'));
  }

  hello(epoch = 'one', seq = 9): this {
    return this.send(`retry: 2000\n\nevent: hello\ndata: {"seq":${seq},"epoch":"${epoch}","build":"b"}\n\n`);
  }

  change(...seqs: number[]): this {
    return this.send(seqs.map(seq => `id: ${seq}\nevent: change\ndata: ${JSON.stringify(change(seq))}\n\n`).join(''));
  }

  event(type: string, seq: number): this {
    return this.send(`event: ${type}\ndata: {"seq":${seq}}\n\n`);
  }

  send(text: string): this {
    if (this.open) this.#pieces.enqueue(new TextEncoder().encode(text));
    return this;
  }

  end(): void {
    if (this.open) this.#pieces.close();
    this.open = false;
  }

  break(): void {
    if (this.open) this.#pieces.error(new TypeError('network error'));
    this.open = false;
  }
}

export const change = (seq: number): Change => ({ seq, op: 'void', target: null });

/** Takes the place of the network. What it answers is up to the test. */
export class ScriptedServer {
  readonly asked: string[] = [];
  readonly streams: Connection[] = [];

  /** What a stream request gets; by default a connection that is silent until the test speaks on it. */
  stream: (connection: Connection) => Response = connection => connection.response;
  changes: (after: number) => Response = () => new Response(null, { status: 503 });

  constructor() {
    globalThis.fetch = async (input, init) => {
      const url = new URL(String(input), 'https://news.example');
      this.asked.push(url.pathname.slice(1) + url.search);
      if (url.pathname === '/changes') return this.changes(Number(url.searchParams.get('after')));
      const connection = new Connection(url, init?.signal);
      this.streams.push(connection);
      return this.stream(connection);
    };
  }

  get last(): Connection {
    return this.streams.at(-1)!;
  }

  /** What was asked since this was last looked at. */
  news(): string[] {
    return this.asked.splice(0);
  }
}

export function batch(head: number, changes: readonly Change[], more: { epoch?: string; reset?: boolean } = {}): Response {
  return Response.json({ head, epoch: 'one', build: 'b', changes, ...more });
}
