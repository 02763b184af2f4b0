import { Ages } from './ages.ts';
import { Announcements } from './announce.ts';
import { Articles } from './articles.ts';
import { startBar } from './bar.ts';
import { clock } from './clock.ts';
import { Count } from './count.ts';
import { Idle } from './idle.ts';
import { Journal } from './journal.ts';
import { startJumping } from './jump.ts';
import { Live } from './live.ts';
import { Page } from './page.ts';
import { startPlayers } from './players.ts';
import { followReader } from './presence.ts';
import { tidyAddress } from './reload.ts';
import { startSharing } from './share.ts';
import { prepareTables, Tables } from './tables.ts';
import { Wire } from './wire.ts';
import { words, type Words } from './words.ts';

/** What depends on the clock is looked at this often. */
const Tick = 30_000;

const main = document.querySelector<HTMLElement>('main[data-coverage]');
if (main) {
  const say = words(JSON.parse(main.dataset['words'] ?? '{}'), document.documentElement.lang || 'en');
  const announcements = new Announcements(document.querySelector('[data-announce]'), say);
  const ages = new Ages(say, { breaking: Number(main.dataset['breakingMinutes']), isNew: Number(main.dataset['newMinutes'] ?? 10) });
  prepareTables(document);
  const tables = new Tables(document.documentElement.lang || 'en');
  const list = document.getElementById('posts');
  // Older pages and single posts have no stream: they are read, not followed.
  const live = list && main.dataset['stream'] ? follow(main, list, ages, tables, announcements, say) : undefined;

  const tick = (): void => {
    if (document.hidden) return;
    ages.show(document, Date.now());
    live?.renewWhenIdle();
  };
  tick();
  setInterval(tick, Tick);
  document.addEventListener('visibilitychange', tick);
  // Paper does not grow older: "4 min" is false by the time that it is read.
  addEventListener('beforeprint', () => ages.hide(document));
  addEventListener('afterprint', tick);

  startJumping();
  startPlayers();
  startSharing(() => announcements.say(say('linkCopied')));
  const bar = document.querySelector<HTMLElement>('[data-bar]');
  if (bar) startBar(bar, () => main.querySelector('h1'));
}

function follow(main: HTMLElement, list: HTMLElement, ages: Ages, tables: Tables, announcements: Announcements, say: Words): Live {
  const places = [...document.querySelectorAll<HTMLElement>('[data-new], [data-count]')]
    .map(place => ({ place, key: 'count' in place.dataset ? 'newCount' : 'newPosts' }));
  const page = new Page(main, new Articles(list), ages, tables);
  const live = new Live(main, page, new Count(places, say), announcements, say, new Idle(list));
  const { stream, changes, epoch, seq } = main.dataset as Record<string, string>;
  const wire = new Wire({ stream: stream!, changes: changes!, epoch: epoch! }, new Journal(Number(seq)), live, clock);

  for (const { place } of places) place.addEventListener('click', () => live.reveal());
  followReader(live, wire);
  tidyAddress();
  void wire.run();
  return live;
}
