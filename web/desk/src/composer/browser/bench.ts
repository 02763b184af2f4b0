import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { build } from "vite";
import { vi } from "vitest";
import type { Asked } from "./harness.tsx";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

/** What the desk's own page is allowed: nothing in line, nothing from elsewhere. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'";
const here = fileURLToPath(new URL(".", import.meta.url));
const types: Record<string, string> = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css" };

/** A browser with the composer on a page by itself. */
export class Bench {
  private readonly server: Server;
  private readonly browser: Browser;
  private readonly address: string;

  private constructor(server: Server, browser: Browser) {
    this.server = server;
    this.browser = browser;
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  static async start(): Promise<Bench> {
    const made = await build({ root: here, configFile: false, plugins: [react()], logLevel: "error", build: { write: false, modulePreload: { polyfill: false }, assetsInlineLimit: 0, rolldownOptions: { input: `${here}harness.html` } } });
    const files = new Map((Array.isArray(made) ? made : [made]).flatMap((one) => ("output" in one ? one.output : [])).map((file) => [`/${file.fileName}`, file.type === "chunk" ? file.code : file.source]));
    const server = createServer((request, response) => {
      const name = request.url === "/" ? "/harness.html" : request.url!;
      const file = files.get(name);
      if (file === undefined) response.writeHead(name === "/favicon.ico" ? 204 : 404).end();
      else response.writeHead(200, { "Content-Type": types[name.split(".").at(-1)!]!, "Content-Security-Policy": policy }).end(file);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
    return new Bench(server, browser);
  }

  /** A page with these blocks in a composer that has the focus; it must have complained about nothing and asked for nothing elsewhere when it closes. */
  async open(asked: Asked, look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    const context = await this.browser.newContext({ viewport: { width: 800, height: 900 }, permissions: ["clipboard-read", "clipboard-write"], ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => { if (message.type() === "error" || message.type() === "warning") complaints.push(message.text()); });
    page.on("request", (request) => { if (!request.url().startsWith(this.address)) complaints.push(`asked for ${request.url().slice(0, 200)}`); });
    try {
      await page.goto(this.address);
      await page.evaluate((asked) => window.open(asked), asked);
      await page.waitForFunction(() => document.activeElement?.closest(".composer-text"));
      await settled(page);
      await look(page);
      if (complaints.length) throw new Error(`The browser complained:\n${complaints.join("\n")}`);
    } finally {
      await context.close();
    }
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.server.close();
  }
}

/** For 200 ms after it got the focus, ProseMirror takes a caret at the very start for Chromium's doing and puts it back; a timer that is set later fires after that. */
const settled = (page: Page): Promise<unknown> => page.evaluate(() => new Promise((done) => setTimeout(done, 200)));

/** Presses keys as a person does, who sees what a key did before pressing the next: Chromium tells the page of a moved caret with the next frame. */
export async function keys(page: Page, ...all: string[]): Promise<void> {
  for (const key of all) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
  }
}
