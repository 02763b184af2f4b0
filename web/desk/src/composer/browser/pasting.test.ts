import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Block } from "../../api/types.ts";
import type { Pasted } from "../paste/cleanPaste.ts";
import { Bench, keys } from "./bench.ts";

let bench: Bench;
beforeAll(async () => { bench = await Bench.start(); });
afterAll(() => bench.stop());

const p = (id: string, text: string): Block => ({ kind: "paragraph", id, text: [{ text }] });
const nameless = async (page: Page): Promise<object[]> => (await page.evaluate(() => window.blocks())).map(({ id: _id, ...rest }) => rest);

/** Pastes as a browser does, with what a clipboard holds of one copy. */
async function paste(page: Page, { html, text }: { html?: string; text?: string }): Promise<void> {
  await page.evaluate(({ html, text }) => {
    const data = new DataTransfer();
    if (html !== undefined) data.setData("text/html", html);
    if (text !== undefined) data.setData("text/plain", text);
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, { ...(html === undefined ? {} : { html }), ...(text === undefined ? {} : { text }) });
}

const clean = async (html: string): Promise<Pasted> => {
  let pasted: Pasted;
  await bench.open({ blocks: [] }, async (page) => { pasted = await page.evaluate((html) => window.cleanPaste(html), html); });
  return pasted!;
};
const cleaned = async (html: string): Promise<Block[]> => {
  const pasted = await clean(html);
  if ("refused" in pasted) throw new Error(pasted.refused);
  return pasted.blocks;
};

test("a web page comes as its words: no script, style, comment, picture or control is left", async () => {
  expect(await cleaned(`
    <!-- a comment --><style>p { color: red }</style><script>alert(1)</script><template><p>unseen</p></template>
    <h2 class="x" onclick="alert(1)">What we <b>know</b></h2>
    <p>Nine   of ten <strong>gates</strong> <em>are</em>&nbsp;shut, <code>G4</code> <a href="https://a.example/x?utm_source=y&amp;id=4" onclick="x()">is <b>not</b></a>.<img src="https://tracker.example/pixel.gif" width="1" height="1"></p>
    <p hidden>hidden</p><p style="display:none">also hidden</p><p> &nbsp; </p>
    <ul><li>Trains<ul><li>None east</li></ul></li><li><p>Roads</p><p>Quay Road</p></li></ul>
    <ol><li>One</li></ol>
    <blockquote><p>Go now.</p></blockquote><hr>
    <a href="javascript:alert(1)">Read</a> <button>Share</button><svg><text>drawn</text></svg>`)).toEqual([
    { kind: "subheading", text: [{ text: "What we know" }] },
    { kind: "paragraph", text: [
      { text: "Nine of ten " }, { text: "gates", marks: ["strong"] }, { text: " " }, { text: "are", marks: ["emphasis"] }, { text: "\u00a0shut, " }, { text: "G4", marks: ["code"] }, { text: " " },
      { text: "is ", href: "https://a.example/x?id=4" }, { text: "not", marks: ["strong"], href: "https://a.example/x?id=4" }, { text: "." },
    ] },
    { kind: "list", ordered: false, items: [{ text: [{ text: "Trains" }], items: [{ text: [{ text: "None east" }] }] }, { text: [{ text: "Roads Quay Road" }] }] },
    { kind: "list", ordered: true, items: [{ text: [{ text: "One" }] }] },
    { kind: "quote", text: [{ text: "Go now." }] },
    { kind: "divider" },
    { kind: "paragraph", text: [{ text: "Read" }] },
  ]);
});

test("Word's lists, which are paragraphs with bullets in them, become lists", async () => {
  const item = (level: number, bullet: string, text: string): string =>
    `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${bullet}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-GB>${text}<o:p></o:p></span></p>`;
  expect(await cleaned(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>@list l0:level1 {mso-level-number-format:bullet}</style></head><body lang=EN-GB>
    <!--StartFragment--><p class=MsoNormal><b>Harbour<o:p></o:p></b></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
    ${item(1, "·", "Trains")}${item(2, "o", "None east")}${item(1, "·", "Roads")}${item(1, "1.", "First")}<p class=MsoNormal>After it.</p><!--EndFragment--></body></html>`)).toEqual([
    { kind: "paragraph", text: [{ text: "Harbour", marks: ["strong"] }] },
    { kind: "list", ordered: false, items: [{ text: [{ text: "Trains" }], items: [{ text: [{ text: "None east" }] }] }, { text: [{ text: "Roads" }] }] },
    { kind: "list", ordered: true, items: [{ text: [{ text: "First" }] }] },
    { kind: "paragraph", text: [{ text: "After it." }] },
  ]);
});

test("Google Docs' bold that is not bold stays plain, and its spans that are bold are bold", async () => {
  expect(await cleaned(`<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400;font-style:normal">Gate 4 </span><span style="font-weight:700">has</span><span style="font-style:italic;font-weight:400"> stopped</span></p><br /><ul style="margin-top:0"><li dir="ltr" aria-level="1"><p role="presentation"><span style="font-weight:400">Trains</span></p></li><ul><li aria-level="2"><p><span>None east</span></p></li></ul></ul></b>`)).toEqual([
    { kind: "paragraph", text: [{ text: "Gate 4 " }, { text: "has", marks: ["strong"] }, { text: " stopped", marks: ["emphasis"] }] },
    { kind: "list", ordered: false, items: [{ text: [{ text: "Trains" }], items: [{ text: [{ text: "None east" }] }] }] },
  ]);
});

test("a table of data is a table, with its spans filled; one that only lays out is its contents", async () => {
  expect(await cleaned("<table><caption>High water</caption><thead><tr><th>Gauge<th>Forecast<th>Record</tr></thead><tr><td rowspan=2>River mouth<td>5.1<td>4.87</tr><tr><td colspan=2>1,841</tr></table>")).toEqual([
    { kind: "table", title: "High water", columns: ["Gauge", "Forecast", "Record"], rows: [["River mouth", 5.1, 4.87], ["", 1841, null]] },
  ]);
  expect(await cleaned("<table><tr><td><p>One</p><p>Two</p></td></tr></table>")).toEqual([{ kind: "paragraph", text: [{ text: "One" }] }, { kind: "paragraph", text: [{ text: "Two" }] }]);
});

test("a known link alone on a line is an embed, in a sentence or a list it is a link", async () => {
  const url = "https://www.youtube.com/watch?v=abcdefghijk";
  expect(await cleaned(`<p><a href="${url}&utm_source=x">Watch</a></p><p>See <a href="${url}">this</a></p><ul><li><a href="${url}">That</a></li></ul><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe><iframe src="https://ads.example/x"></iframe>`)).toEqual([
    { kind: "embed", url, provider: "YouTube" },
    { kind: "paragraph", text: [{ text: "See " }, { text: "this", href: url }] },
    { kind: "list", ordered: false, items: [{ text: [{ text: "That", href: url }] }] },
    { kind: "embed", url: "https://www.youtube.com/embed/abcdefghijk", provider: "YouTube" },
  ]);
});

test("lists stand at most four deep, and no item is lost", async () => {
  const deep = (n: number): string => (n > 6 ? "" : `<ul><li>${n}${deep(n + 1)}</li></ul>`);
  const [list] = await cleaned(deep(1));
  expect(JSON.stringify(list).match(/"text":"\d"/g)).toHaveLength(6);
  expect(JSON.stringify(list).match(/"items"/g)).toHaveLength(4);
});

test("markup without words is refused", async () => {
  expect(await clean("<p><img src='https://a.example/x.png'></p><style>x</style>")).toEqual({ refused: "empty" });
});

test("what is pasted stands at the caret, and the paragraph it stands in keeps its name", () => bench.open({ blocks: [p("a", "Before. ")] }, async (page) => {
  await paste(page, { html: "<p>One <b>two</b></p><h2>Three</h2>" });
  expect(await page.evaluate(() => window.blocks().map(({ id }) => id))).toEqual(["a", expect.stringMatching(/^[\w-]{12}$/)]);
  expect(await nameless(page)).toEqual([{ kind: "paragraph", text: [{ text: "Before. One " }, { text: "two", marks: ["strong"] }] }, { kind: "subheading", text: [{ text: "Three" }] }]);
}));

test("plain text comes as a paragraph for each line; an address is a link, or an embed alone on an empty line", () => bench.open({ blocks: [] }, async (page) => {
  await paste(page, { text: "One\r\n\r\nTwo\nhttps://harbour.example.org/41" });
  await keys(page, "Enter");
  await paste(page, { text: "https://bsky.app/profile/sunniva.example/post/3abc" });
  expect(await nameless(page)).toEqual([
    { kind: "paragraph", text: [{ text: "One" }] },
    { kind: "paragraph", text: [{ text: "Two" }] },
    { kind: "paragraph", text: [{ text: "https://harbour.example.org/41", href: "https://harbour.example.org/41" }] },
    { kind: "embed", url: "https://bsky.app/profile/sunniva.example/post/3abc", provider: "Bluesky" },
  ]);
}));

test("an address pasted on chosen words links them", () => bench.open({ blocks: [p("a", "Its statement")] }, async (page) => {
  await keys(page, "Shift+Home");
  await paste(page, { text: "https://harbour.example.org/41" });
  expect(await nameless(page)).toEqual([{ kind: "paragraph", text: [{ text: "Its statement", href: "https://harbour.example.org/41" }] }]);
}));

test("what is copied inside the composer keeps its form, cards and quotations included", () => bench.open({ blocks: [
  { kind: "quote", id: "q", text: [{ text: "Go now." }], attribution: "Ingrid Sallis" }, { kind: "image", id: "i", alt: "A crane" }, p("a", "End"),
] }, async (page) => {
  const before = await nameless(page);
  await keys(page, "Control+a");
  await keys(page, "Control+x");
  expect(await nameless(page)).toEqual([]);
  await keys(page, "Control+v");
  expect(await nameless(page)).toEqual(before);
}));

test("a forged card on the clipboard is not taken", () => bench.open({ blocks: [p("a", "Text")] }, async (page) => {
  await paste(page, { html: `<div data-pm-slice="0 0 []"><div data-card='{"kind":"image","alt":{"x":1}}'></div><p>Words</p></div>` });
  expect((await nameless(page)).every((block) => !("alt" in block))).toBe(true);
}));

test("a document of 5 MB with little in it is taken; one with too much is refused with a sentence, and the text stays", () => bench.open({ blocks: [p("a", "Kept ")] }, async (page) => {
  const pasteLarge = (html: string): Promise<void> => page.evaluate(({ html }) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, { html });
  const styled = `<style>${"p.MsoNormal { margin: 0cm }\n".repeat(180_000)}</style><p>and more</p>`;
  expect(styled.length).toBeGreaterThan(5_000_000);
  await pasteLarge(styled);
  expect(await nameless(page)).toEqual([{ kind: "paragraph", text: [{ text: "Kept and more" }] }]);

  await pasteLarge(`<p class="x" style="margin:0"><span style="font-weight:700">Gate</span> 4 has stopped.</p>`.repeat(62_000));
  expect(await nameless(page)).toEqual([{ kind: "paragraph", text: [{ text: "Kept and more" }] }]);
  expect(await page.textContent(".composer-said")).toMatch(/^This was not pasted, and your text is as it was\. With it: This post has 62,00\d blocks/);

  await pasteLarge("x".repeat(17 * 1024 * 1024));
  expect(await page.textContent(".composer-said")).toMatch(/too large to take in/);
}));

test("a dropped or pasted picture stands as a card and gets its file; what is no picture is refused with a sentence", () => bench.open({ blocks: [p("a", "Text")] }, async (page) => {
  const send = (bytes: number[], name: string, type: string): Promise<void> => page.evaluate(({ bytes, name, type }) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], name, { type }));
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, { bytes, name, type });
  await send([0x89, 0x50, 0x4e, 0x47], "gate.png", "image/png");
  await page.waitForFunction(() => window.blocks().some((block) => "media" in block));
  expect(await nameless(page)).toEqual([{ kind: "paragraph", text: [{ text: "Text" }] }, { kind: "image", media: "m-4" }]);
  expect(await page.textContent(".card .owed")).toBe("Owed: alt text, credit");
  await send([0x3c, 0x3f], "gate.png", "image/png");
  await page.waitForFunction(() => document.querySelector(".composer-said")!.textContent!.startsWith("This file is no picture"));
  expect(await nameless(page)).toHaveLength(2);
}));
