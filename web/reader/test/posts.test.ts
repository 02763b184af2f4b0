import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article, Change } from '../src/frames.ts';
import { Posts, type Step } from '../src/posts.ts';
import { chance, Seeds } from './chance.ts';
import { Newsroom } from './newsroom.ts';

/** A page that is a list and no more. */
class Reader {
  shown: Article[];
  readonly posts: Posts;

  constructor(page: { shown: Article[]; more: boolean }) {
    this.shown = [...page.shown];
    this.posts = new Posts(page.shown, page.more);
  }

  apply(change: Change, reading: boolean): void {
    if (change.op === 'upsert' || change.op === 'withdraw') this.take(this.posts.put(change, reading, change.fill));
    if (change.op === 'remove') this.take(this.posts.drop(change.target));
    if (change.fill) this.take(this.posts.fill(change.fill));
  }

  reveal(): void {
    for (const step of this.posts.reveal()) this.take(step);
  }

  take(step: Step | undefined): void {
    if (!step) return;
    const target = step.kind === 'drop' ? step.target : step.article.target;
    const at = this.shown.findIndex(article => article.target === target);
    assert.equal(at >= 0, step.kind !== 'insert', 'a step is about what is on the page, and only an insert about what is not');
    if (step.kind === 'edit') this.shown[at] = step.article;
    else if (at >= 0) this.shown.splice(at, 1);
    if (step.kind !== 'insert' && step.kind !== 'move') return;
    const before = this.shown.findIndex(article => article.target === step.before);
    assert.equal(before >= 0, step.before !== undefined);
    this.shown.splice(before < 0 ? this.shown.length : before, 0, step.article);
  }
}

const brief = (articles: Article[]): string[] => articles.map(({ html }) => html);

function assertEqualToFresh({ shown }: Reader, newsroom: Newsroom, remark: string): void {
  const { posts } = newsroom;
  assert.deepEqual(brief(shown.slice(0, Newsroom.Newest)), brief(posts.slice(0, Newsroom.Newest)), remark);
  const further = shown.slice(Newsroom.Newest);
  assert.deepEqual(brief(further), brief(posts.filter(post => further.some(held => held.target === post.target))), remark);
}

test('a page that follows every change ends equal to a fresh one', () => {
  for (const seed of Seeds) {
    const random = chance(seed);
    const newsroom = new Newsroom(random, random.below(9));
    const reader = new Reader(newsroom.page);
    for (let i = 0; i < 60; i++) {
      const { head } = newsroom;
      newsroom.act();
      for (const change of newsroom.since(head)) reader.apply(change, random.below(2) === 0);
      if (random.below(5) === 0) reader.reveal();
    }
    reader.reveal();
    assertEqualToFresh(reader, newsroom, `seed ${seed}`);
    assert.deepEqual(brief(reader.shown), brief(newsroom.posts.slice(0, reader.shown.length)), `seed ${seed}: nothing is missing in between`);
  }
});

test('a page that catches up on what has since been replaced ends equal to a fresh one', () => {
  for (const seed of Seeds) {
    const random = chance(seed);
    const newsroom = new Newsroom(random, random.below(9));
    const reader = new Reader(newsroom.page);
    for (let i = 0; i < 12; i++) {
      const { head } = newsroom;
      for (let n = random.below(15); n >= 0; n--) newsroom.act();
      for (const change of newsroom.since(head)) reader.apply(change, random.below(2) === 0);
    }
    reader.reveal();
    assertEqualToFresh(reader, newsroom, `seed ${seed}`);
  }
});

const post = (target: string, sort: string, revision = 1): Article => ({ target, sort, revision, html: `${target} ${revision}` });

test('a post that waits is edited and taken back while it waits', () => {
  const reader = new Reader({ shown: [post('a', '1')], more: false });
  reader.take(reader.posts.put(post('b', '2'), true));
  reader.take(reader.posts.put(post('c', '3'), true));
  reader.take(reader.posts.put(post('b', '2', 2), false));
  reader.take(reader.posts.drop('c'));
  assert.deepEqual([reader.posts.waiting, reader.shown.length], [1, 1]);
  reader.reveal();
  assert.deepEqual(reader.shown.map(({ html }) => html), ['b 2', 'a 1']);
});

test('a post below the floor is not shown; without older posts there is no floor', () => {
  const older = post('old', '1');
  assert.equal(new Posts([post('a', '5')], true).put(older, false), undefined);
  assert.equal(new Posts([post('a', '5')], false).put(older, false)?.kind, 'insert');
});

test('an edit where it stands leaves the oldest post on the page', () => {
  const posts = new Posts([post('b', '2'), post('a', '1')], true);
  posts.put(post('c', '3'), false);
  assert.equal(posts.put(post('a', '1', 2), false)?.kind, 'edit');
});

test('a version that is not newer changes nothing', () => {
  const posts = new Posts([post('a', '5', 3)], false);
  assert.equal(posts.put(post('a', '5', 3), false), undefined);
  assert.equal(posts.put(post('a', '5', 2), false), undefined);
  assert.equal(posts.put(post('a', '5', 4), false)?.kind, 'edit');
});
