import { MostBlocks, MostBytes, MostCharacters, MostNesting } from "./model/limits.ts";
import type { Words } from "./words.ts";

const n = new Intl.NumberFormat("en-GB");

export const english: Words = {
  body: "Text of the post",
  placeholder: "Write, or type / for a block",
  kinds: {
    paragraph: "Paragraph", subheading: "Subheading", list: "List", quote: "Quote", image: "Picture", gallery: "Gallery",
    video: "Video", audio: "Audio", chart: "Chart", table: "Table", embed: "Embed", linkCard: "Link card", verification: "Verification",
    map: "Map", document: "Document", poll: "Poll", scoreboard: "Scoreboard", timeline: "Timeline", qa: "Questions and answers", divider: "Divider",
  },
  unknownKind: (kind) => `Block of a kind this desk does not know: ${kind}`,
  unknownNote: "It is kept as it is. Load the desk again to get the newest version, which may know it.",
  fields: {
    media: "File", alt: "Alt text: what it shows", caption: "Caption", credit: "Credit", creditKind: "Where it comes from", warning: "Warning before it is shown",
    focalPoint: "Keep in view", sourceUrl: "Address of the source", url: "Address", poster: "Still picture", captions: "Captions file (WebVTT)", transcript: "Transcript",
    show: "Show", episode: "Episode", artwork: "Artwork", type: "Drawn as", title: "Title", unit: "Unit", period: "Period", source: "Source", note: "Note",
    provider: "Site", author: "Author", text: "Text", postedAt: "Posted there at (UTC)", kicker: "Kicker", description: "Description",
    what: "What is checked", where: "Where", when: "When", how: "How it was established", finding: "Finding", name: "Name", latitude: "Latitude", longitude: "Longitude",
    pages: "Pages", question: "Question", votes: "Votes", closed: "No more answers are taken", status: "Where it stands", score: "Score", detail: "Detail",
    site: "Whose page it is", guests: "Guests", across: "Kilometres from side to side",
    asked: "Question", askedBy: "Asked by", answer: "Answer", answeredBy: "Answered by", attribution: "Who said it",
  },
  fieldsOf: { "embed.text": "What it said", "embed.media": "Picture", "embed.alt": "Alt text: what the picture shows", "linkCard.media": "Picture or artwork", "linkCard.show": "Show, for an episode", "poll.text": "Answer", "timeline.text": "What happened", "quote.source": "Where it was said", "verification.source": "Where it comes from", "scoreboard.name": "Side" },
  choices: {
    agency: "Agency", pool: "Pool", handout: "Handout", screengrab: "Screengrab", user: "Sent by a reader", own: "Our own",
    bar: "Bars", groupedBar: "Bars side by side", stackedBar: "Bars on top of each other", line: "Line", area: "Area", pie: "Pie", donut: "Ring", dot: "Dots", range: "Ranges",
    unconfirmed: "Unconfirmed", confirmed: "Confirmed", partly: "Partly", disputed: "Disputed", false: "False", "old footage": "Old footage",
  },
  notSaid: "Not said",
  owed: { alt: "alt text", credit: "credit", source: "source" },
  owedSentence: (owes) => `Owed: ${owes.map((one) => english.owed[one]).join(", ")}`,
  more: "More",
  open: "Edit",
  done: "Done",
  remove: "Remove",
  moveUp: "Move up",
  moveDown: "Move down",
  item: (what, number) => `${what} ${number}`,
  itemOf: { gallery: "Picture", verification: "Item", map: "Place", poll: "Answer", scoreboard: "Side", timeline: "Event", qa: "Question" },
  addItem: { gallery: "Add picture", verification: "Add item", map: "Add place", poll: "Add answer", scoreboard: "Add side", timeline: "Add event", qa: "Add question" },
  addBlock: "Add block",
  blocksFound: (count) => (count === 1 ? "1 block" : `${n.format(count)} blocks`),
  noBlockFound: "No block is called that",
  toolbar: "Text",
  marks: { strong: "Bold", emphasis: "Italic", code: "Code", link: "Link" },
  link: { label: "Address of the link", apply: "Link", remove: "Take the link off", cancel: "Cancel", refused: "This is no address; give one that begins with https://, mailto: or /." },
  grid: {
    label: "Numbers",
    column: (number) => `Name of column ${number}`,
    unnamed: (number) => `column ${number}`,
    cell: (row, column) => `Row ${row}, ${column}`,
    addRow: "Add row",
    addColumn: "Add column",
    removeRow: (number) => `Remove row ${number}`,
    removeColumn: (name) => `Remove column ${name}`,
    hint: "Cells copied in a spreadsheet can be pasted here.",
    notANumber: (text) => `“${text}” is not a number; a chart draws numbers only. Leave the cell empty if the number is not known.`,
    tooLarge: "This does not fit: at most 20 columns and 500 rows. Copy fewer cells.",
    showAll: (count) => `Show all ${n.format(count)} rows`,
  },
  point: { left: "From the left, %", top: "From the top, %" },
  media: { none: "Files cannot be sent from here yet. Add a picture block and describe it; the file can follow.", choose: "Choose a file", replace: "Replace", remove: "Take the file out", sending: "Sending …", waiting: "No connection: the picture is kept on this device and sent when it is back.", failed: "The file could not be sent. Try again; the text is kept.", described: "Described in words until a file is chosen." },
  lookUp: {
    fetch: "Fill in from the page", fetching: "Asking the page …", fetched: "Filled in from the page; read it over.", failed: "The page could not be asked. Type in what it says.",
    offer: "Show this link as a card, with its title and picture?", card: "Make it a card", keep: "Keep the link",
  },
  place: { find: "Coordinates, or a map’s address", hint: "54.91, -1.38 or 54° 54′ 36″ N 1° 22′ 48″ W, or a link copied from an online map.", unread: "No place can be read from this; give degrees north and east, such as 54.91, -1.38." },
  preview: "As readers see it",
  keys: {
    "/": "Add a block", "@": "To the bylines, on an empty line", "Ctrl+B": "Bold", "Ctrl+I": "Italic", "Ctrl+E": "Code", "Ctrl+K": "Link", "Ctrl+Alt+2": "Subheading",
    "Ctrl+Shift+8": "List", "Ctrl+Shift+7": "Numbered list", "Ctrl+Shift+9": "Quote", Tab: "Nest an item of a list", "Shift+Tab": "Take an item out", "Alt+↑": "Move the block up", "Alt+↓": "Move the block down",
    Enter: "Open the form of a chosen block", Esc: "Back to the text",
  },
  number: "Give a number, such as 54.9.",
  address: "This is no address; give one that begins with https://, mailto: or /.",
  over: (over) => {
    switch (over.limit) {
      case "blocks": return `This post has ${n.format(over.count)} blocks; split it into posts of at most ${MostBlocks}.`;
      case "bytes": return `This post has ${n.format(Math.ceil(over.count / 1024))} KB; split it into posts of at most ${MostBytes / 1024} KB.`;
      case "nesting": return `Lists may stand ${MostNesting} deep in each other; move these items up.`;
      case "characters": return `One text has ${n.format(over.count)} characters; split it into pieces of at most ${n.format(MostCharacters)}.`;
    }
  },
  pasteTooLarge: "What you pasted is too large to take in. Your text is as it was; copy a part of it, or paste it as plain text.",
  pasteOver: (reason) => `This was not pasted, and your text is as it was. With it: ${reason}`,
  pasteEmpty: "There was no text in what you pasted. Your text is as it was.",
  nestingFull: `Lists may stand ${MostNesting} deep in each other.`,
  bylines: {
    label: "Bylines",
    find: "Add a byline",
    people: "People and teams",
    person: "Person",
    team: "Team",
    role: "Role",
    organisation: "Organisation",
    location: "Reporting from",
    add: (name) => `Add “${name}”`,
    added: (name) => `${name} added.`,
    remove: (name) => `Remove ${name}`,
    removed: (name) => `${name} removed.`,
    moveUp: (name) => `Move ${name} up`,
    full: "A post has at most 20 bylines; take one out first.",
    found: (count) => (count === 1 ? "1 name" : `${count} names`),
  },
};
