import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Article, Change } from '../src/frames.ts';

const Policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types dateline";

const Words = {
  newPosts: { one: '1 new post', other: '{n} new posts' },
  newCount: { other: '{n} new' },
  newBreaking: { other: '{n} breaking' },
  minutes: { other: '{n} min' },
  now: { other: 'now' },
  linkCopied: { other: 'Link copied' },
};

/** A coverage with its journal. */
export interface Coverage {
  readonly sections: Readonly<Record<string, string>>;
  readonly status: string;
  readonly head: number;
  readonly page: { readonly shown: readonly Article[]; readonly more: boolean };
  since(seq: number): Change[];
}

/** Serves a coverage's live page over the protocol, with interruptions. */
export class LiveServer {
  readonly #server = createServer((request, response) => this.#answer(new URL(request.url!, 'http://here'), response));
  readonly #open = new Set<{ seq: number; response: ServerResponse }>();
  /** What readers asked for. */
  readonly asked: string[] = [];
  readonly #script = readFileSync(`dist/${JSON.parse(readFileSync('dist/manifest.json', 'utf8')).script}`);

  /** While set, streams are refused. */
  refuses = false;
  epoch = 'one';
  build = 'b';
  /** Browsers differ in whether they keep the place by themselves. */
  anchoring: 'auto' | 'none' = 'auto';

  constructor(private readonly coverage: Coverage) {}

  async start(): Promise<string> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/live/bridge`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Sends what is new to every open page. */
  send(): void {
    for (const reader of this.#open) {
      for (const change of this.coverage.since(reader.seq)) {
        reader.response.write(`id: ${change.seq}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
      }
      reader.seq = this.coverage.head;
    }
  }

  cut(): void {
    for (const { response } of this.#open) response.destroy();
  }

  get listeners(): number {
    return this.#open.size;
  }

  #answer(url: URL, response: ServerResponse): void {
    this.asked.push(url.pathname + url.search);
    const after = Number(url.searchParams.get('after'));
    const { coverage } = this;
    const greeting = { epoch: this.epoch, build: this.build };
    switch (url.pathname) {
      case '/live/bridge':
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': Policy }).end(this.#page());
        break;
      case '/reader.js':
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(this.#script);
        break;
      case '/live/bridge/changes':
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ from: after, head: coverage.head, ...greeting, changes: coverage.since(after).slice(0, 100) }));
        break;
      case '/live/bridge/stream': {
        if (this.refuses) return void response.writeHead(503).end();
        if (coverage.status === 'closed' && after === coverage.head) return void response.writeHead(204).end();
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(`retry: 20\n\nevent: hello\ndata: ${JSON.stringify({ seq: coverage.head, ...greeting })}\n\n`);
        const reader = { seq: after, response };
        this.#open.add(reader);
        response.on('close', () => this.#open.delete(reader));
        this.send();
        break;
      }
      default:
        response.writeHead(404).end();
    }
  }

  #page(): string {
    const { sections, page, status, head } = this.coverage;
    const section = (name: string): string => `<div data-section="${name}">${sections[name]}</div>`;
    const posts = page.shown.map(({ html }, i) => {
      const day = (at: number): string => /data-day-text="([^"]*)"/.exec(page.shown[at]!.html)![1]!;
      return (i > 0 && day(i) !== day(i - 1) ? `<h2 class="day">${day(i)}</h2>` : '') + html;
    });
    return `<!DOCTYPE html><html lang="en-GB"><head><title>The bridge – The Lantern</title>
<style>html{overflow-anchor:${this.anchoring}} body{margin:0} .post{border-top:1px solid} .post p{min-height:200px;margin:0} [data-section=header]{min-height:120px} .waiting{position:sticky;top:0;height:44px} .bar{position:fixed;top:0} [hidden]{display:none!important}</style>
<script type="module" src="/reader.js"></script></head><body>
<div class="bar" data-bar hidden><a href="#top">The bridge</a> <button data-count hidden></button></div>
<main data-coverage="bridge" data-seq="${head}" data-epoch="${this.epoch}" data-build="${this.build}" data-status="${status}" data-zone="UTC" data-stream="/live/bridge/stream" data-changes="/live/bridge/changes" data-breaking-minutes="20" data-new-minutes="10" data-words='${JSON.stringify(Words)}'>
${['header', 'status', 'summary', 'keyEvents', 'pinned'].map(section).join('\n')}
<div class="waiting" data-new hidden><button type="button"></button></div><p role="status" data-announce></p>
<div id="posts" tabindex="-1" data-more="${page.more}">${posts.join('\n')}</div></main></body></html>`;
  }
}
