// Pictures of a live page, at a desk's width and a phone's: node tools/screenshot.mjs URL FOLDER
import { chromium } from 'playwright-core';

const [url, folder] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const deadline = Date.now() + 60_000;
for (const [name, viewport] of Object.entries({ desk: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } })) {
  const page = await browser.newPage({ viewport, deviceScaleFactor: 1.5 });
  // The server may still be starting.
  for (let open = false; !open; ) {
    open = await page.goto(url).then(answer => answer.ok()).catch(() => false);
    if (!open && Date.now() > deadline) throw new Error(`${url} does not answer.`);
  }
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/live-page-${name}.png` });
  await page.close();
}
await browser.close();
