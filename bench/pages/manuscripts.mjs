// Live pages of a wanted size, as files to import.
import { writeFileSync } from 'node:fs';
import { prose } from './prose.mjs';

/** A live page of so many posts, each of about so many characters in paragraphs of 400. */
export function written(path, slug, posts, characters) {
  const first = Date.UTC(2026, 0, 1);
  const time = n => new Date(first + n * 60_000).toISOString();
  writeFileSync(path, JSON.stringify({
    dateline: 1,
    coverage: { slug, headline: 'The night of the flood', language: 'en-GB', timeZone: 'Europe/London', status: 'live', summary: [] },
    posts: Array.from({ length: posts }, (_, i) => posts - i).map(n => ({
      id: `019b7000-0000-7000-${8_000 + slug.length}-${n.toString(16).padStart(12, '0')}`,
      headline: `Post ${n}: ${prose(40, n)}`.slice(0, 80),
      blocks: Array.from({ length: Math.ceil(characters / 400) }, (_, paragraph) => ({ kind: 'paragraph', text: prose(Math.min(400, characters), n * 1_000 + paragraph) })),
      publishedAt: time(n),
      firstPublishedAt: time(n),
    })),
  }));
}
