// Pictures of the desk at work: node tools/desk-screenshot.mjs SERVER LINK SLUG FOLDER, with a reporter's token in REPORTER
import { chromium } from 'playwright-core';

const [server, link, slug, folder] = process.argv.slice(2);
const headers = { authorization: `Bearer ${process.env.REPORTER}`, 'content-type': 'application/json' };
const send = async (path, body) => {
  const answer = await fetch(`${server}/api/v1/coverages/${slug}/posts${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};
// What waits for the editor.
for (const [headline, text, filing] of [
  ['Two of five pumps run again at the east basin', 'The harbour office says the third is to follow within the hour.', { note: 'Confirmed by phone with the duty engineer', urgent: true }],
  ['What the tide tables say about the night', 'High water is expected at 03:40, some twenty centimetres lower than this evening.', { note: 'Tables checked against the harbour’s own' }],
]) {
  const { id } = await send('', { headline, blocks: [{ kind: 'paragraph', text }] });
  await send(`/${id}/file`, filing);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5, colorScheme: 'light' });
const page = await context.newPage();
await page.goto(link);
await page.getByRole('heading', { name: 'Your account' }).waitFor();
// The session is of the address in the link.
await page.goto(new URL(`/desk/pages/${slug}`, link).href);
await page.locator('section.queue').getByText('Two of five pumps').first().waitFor();
await page.keyboard.press('n');
await page.getByRole('textbox', { name: 'Headline' }).waitFor();
await page.keyboard.type('The barrier’s second gate is down');
await page.keyboard.press('Enter');
await page.keyboard.type('It closed at the third attempt, the harbour master says. The wardens stay on the quay until the tide has turned.');
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: `${folder}/desk-wide.png` });
await page.emulateMedia({ colorScheme: 'dark' });
await page.screenshot({ path: `${folder}/desk-dark.png` });
await page.emulateMedia({ colorScheme: 'light' });
await page.setViewportSize({ width: 360, height: 740 });
await page.screenshot({ path: `${folder}/desk-phone.png` });
await browser.close();
