/** One event of a stream. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
}

/** Takes a stream's bytes, cut anywhere, and gives its events (WHATWG HTML, "Server-sent events"). An `id` is not looked at: the data carries the number. */
export class EventParser {
  /** The longest unfinished event it keeps, in characters; a post has at most 256 KB. */
  static readonly Most = 4 << 20;

  /** Milliseconds that the server asks a client to wait before it comes back. */
  retry: number | undefined;

  readonly #decoder = new TextDecoder();
  #rest = '';
  #type = '';
  #data: string[] = [];

  push(bytes: Uint8Array): StreamEvent[] {
    const text = this.#rest + this.#decoder.decode(bytes, { stream: true });
    // A CR at the very end waits: it may be the first half of a CRLF.
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop()!;
    if (this.#rest.length > EventParser.Most) throw new RangeError('An event of the stream is too long.');
    return lines.flatMap(line => this.#line(line) ?? []);
  }

  #line(line: string): StreamEvent | undefined {
    if (line === '') return this.#dispatch();
    const [, field, value] = /^([^:]*):? ?([^]*)$/.exec(line)!;
    if (field === 'data') this.#data.push(value!);
    else if (field === 'event') this.#type = value!;
    else if (field === 'retry' && /^\d+$/.test(value!)) this.retry = Number(value);
    return undefined;
  }

  #dispatch(): StreamEvent | undefined {
    const event = { type: this.#type || 'message', data: this.#data.join('\n') };
    const any = this.#data.length > 0;
    this.#type = '';
    this.#data = [];
    return any ? event : undefined;
  }
}
