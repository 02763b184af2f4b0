import { deedsEn } from "./deeds.ts";
// What the desk says, in English. The other languages have the same shape, which the compiler holds them to.
import type { FileType } from "../api/library.ts";
import type { Action } from "../keys/keys.ts";

const few = (n: number, one: string, many: string) => (n === 1 ? one : many.replace("#", String(n)));

export const en = {
  language: "English",
  dir: "ltr" as "ltr" | "rtl",
  and: (names: string[]) => names.join(", ").replace(/, ([^,]*)$/, " and $1"),
  app: {
    desk: "Desk", livePages: "Live pages", account: "Your account", members: "Members", audit: "Audit log", signOut: "Sign out", menu: "Menu", language: "Language",
    close: "Close", cancel: "Cancel", save: "Save", saved: "Saved", saving: "Saving …", loading: "Loading …", back: "Back", dismiss: "Dismiss",
    nowhere: "There is nothing at this address.", toPages: "To the live pages", skip: "Skip to the page",
    unreachable: "The server cannot be reached. Check the network; this page tries again by itself.",
    notDone: "The server cannot be reached, so this was not done. Try again in a moment.",
    broken: "Something in the desk broke. What you wrote is kept on this device; load the page again.", reload: "Load again",
    notAllowed: "Your role does not include this; ask an administrator.",
  },
  roles: { reporter: "Reporter", editor: "Editor", admin: "Administrator" },
  signIn: {
    title: "Sign in", email: "E-mail", password: "Password", code: "Code from your app, or a recovery code", codeNeeded: "Enter the code that your authenticator app shows.", enter: "Sign in",
    passkey: "Sign in with a passkey", with: (name: string) => `Sign in with ${name}`, entering: "Signing in …",
    noPasskey: "No passkey was used. Try again, or sign in with your password.",
    ended: "Your session has ended", endedWhy: "Sign in to go on. What you wrote is on this device and stays where it is; what you filed or published goes out as soon as you are in.",
    wrongMember: (name: string) => `This desk is open for ${name}. Sign in as ${name}, or load the page again to begin anew.`,
    welcome: "Welcome", welcomeIn: "Signing you in …", linkSpent: "If you have a passkey or a password, sign in with it.", noLink: "This address carries no link. Open it exactly as you were given it.",
    setUp: "You are signed in. Add a passkey or set a password now, so that you can come back without a link.",
  },
  account: {
    title: "Your account", who: (name: string, role: string) => `${name}, ${role}`,
    passkeys: "Passkeys", passkeysWhy: "A passkey is kept by your device or password manager. It cannot be guessed or phished.", addPasskey: "Add a passkey", noPasskeys: "No passkey yet.", remove: "Remove",
    passkeyName: "A name for it, such as the device", added: (when: string) => `added ${when}`, passkeyFailed: "The passkey was not made. Try again, on this device or another.",
    password: "Password", oldPassword: "Current password", newPassword: "New password", setPassword: "Set the password", changePassword: "Change the password", passwordSet: "The password is set.", passwordRule: "At least 12 characters; a few unrelated words do well.",
    code: "Code by app", codeWhy: "With a second step, a stolen password is not enough.", codeOn: "The second step is on.", codeOff: "The second step is off.", codeStart: "Set it up", codeEnd: "Switch it off",
    codeScan: "Add this key to your authenticator app, then enter the code it shows.", codeKey: "Key", codeOpen: "Open in the app on this device", codeConfirm: "Confirm", recovery: "Recovery codes", recoveryWhy: "Each is good once, when the app is not at hand. Keep them somewhere safe; they are not shown again.", copied: "Copied", copy: "Copy",
    sessions: "Where you are signed in", thisOne: "this one", since: (when: string) => `since ${when}`, last: (when: string) => `last seen ${when}`, end: "End", endOthers: "End all others", noneElse: "You are signed in nowhere else.",
  },
  members: {
    title: "Members", name: "Name", email: "E-mail", role: "Role", add: "Add a member", adding: "Adding …", link: (name: string) => `A sign-in link for ${name}`,
    linkWhy: "It is good once and for a limited time. Hand it over on a way you trust; it is not shown again.", newLink: "New link", disable: "Disable", enable: "Enable", disabled: "Disabled", roleOf: (name: string) => `Role of ${name}`,
  },
  deeds: deedsEn,
  library: {
    title: "Library", choose: { picture: "Choose a picture", video: "Choose a video", audio: "Choose a sound", captions: "Choose captions", document: "Choose a document" } as Record<FileType, string>,
    one: { picture: "Picture", video: "Video", audio: "Sound", captions: "Captions", document: "Document" } as Record<FileType, string>, types: { picture: "Pictures", video: "Videos", audio: "Sounds", captions: "Captions", document: "Documents" } as Record<FileType, string>,
    type: "Show", everything: "Everything", from: "Since", to: "Until", search: "Search captions, credits, places, file names", none: "Nothing in the library is like this.", empty: "The library is empty. Add files here; those of posts come by themselves.", add: "Add files", sending: (name: string, at: number, of: number) => (of === 1 ? `Sending ${name} …` : `Sending ${name} (${at} of ${of}) …`), busy: "Many files are arriving at this moment; add it again in a minute.",
    found: (n: number, more: boolean) => (more ? `${n} files, and more` : few(n, "One file", "# files")), more: "More files", undescribed: (by: string) => `Not described; from ${by}`, part: "Taken from a video or a document", pages: (n: number) => few(n, "1 page", "# pages"), read: "Open it", documentTitle: "What it is called",
    place: "Where it was taken", taken: "When it was taken", rights: "Rights, for the newsroom", notAfter: (zone: string) => `May be shown until (in ${zone})`, notAfterWhy: "From then on readers have the posts without it. Empty: without end.", ended: "No longer to be shown", toEnd: (when: string) => `To be shown until ${when}`, uses: "Where readers see it", unused: "Nowhere.", atTop: "at the top",
  },
  crop: { open: "Cut out a part …", title: "Cut out a part", shape: "Shape", free: "Any", left: "From the left, px", top: "From the top, px", width: "Width, px", height: "Height, px", why: "Draw over the picture, or type. The part becomes a picture of its own; the whole stays.", cutIt: "Cut it out", cut: "The part is in the library." },
  audit: {
    anything: "Anything", title: "Audit log", by: "By", did: "Did", about: "About", from: "From", to: "To", when: "When", detail: "Detail", none: "Nothing matches.", more: "Earlier entries", csv: "Download as CSV", search: "Search",
  },
  pages: {
    title: "Live pages", begin: "Start a live page", none: "There is no live page yet. Start one: readers see it when you open it.", noneReporter: "There is no live page yet. An editor can start one.",
    status: { draft: "Draft: readers do not see it", upcoming: "Upcoming", live: "Live", paused: "Paused", closed: "Closed" },
    headline: "Headline", standfirst: "Standfirst", standfirstWhy: "One or two sentences under the headline.", slug: "Address", slugWhy: "Readers find it under /live/… Small letters, digits and hyphens; it stays.",
    language: "Language", zone: "Time zone", zoneWhy: "All times on the page are shown in it.", open: "Open it at once", beginNow: "Start it", starting: "Starting …", 
  },
  settings: {
    title: "Page settings", state: "State", openIt: "Open", pause: "Pause", closeIt: "Close", reopen: "Reopen", announce: "Announce as upcoming",
    opens: "Readers see the page, and every post as it is published.", pauses: "Paused, the page says so, and when it goes on. Closed, it says that coverage has ended; its posts stay, and it can be reopened.",
    note: "A line for readers", noteHint: "Coverage resumes tomorrow morning", resumes: "Resumes", tomorrow: "Back tomorrow at 7", zoneIs: (zone: string) => `in ${zone}`,
    top: "Top of the page", lead: "Picture, video or live stream at the top", leadKind: "What stands there", leadWhy: "For a live stream of another site choose an embed and paste its address.", noLead: "Nothing", contributors: "Contributors", contributorsWhy: "Who writes and edits, as readers see it.", previous: "Page before this one", next: "Page after this one", linkWhy: "The address of a live page here, or a web address.", 
    summary: "Summary", summaryWhy: "Three to five points, at most 24 words each. In a post of the stream, S lifts its headline into it.", addPoint: "Add a point", point: (n: number) => `Point ${n}`, removePoint: (n: number) => `Remove point ${n}`, up: (n: number) => `Move point ${n} up`, words: (n: number) => few(n, "1 word", "# words"), long: "long",
    stale: "Somebody else changed the page’s settings meanwhile. These are theirs; your fields are kept below, look and save again.", unsaved: "Not saved yet",
    preamble: "What an import could not place",
  },
  desk: {
    stream: "Stream", queue: "Queue", write: "Write", drafts: "Drafts", emptyStream: "Nothing is published yet.", emptyQueue: "Nobody has filed anything.", emptyWrite: "Press N for a new post, or F for a flash.", emptyWriteReporter: "Press N for a new post.", newPost: "New post", flash: "Flash", keys: "Keys",
    settings: "Page settings", readers: "Readers’ page", summaryOld: (minutes: number) => `The summary is ${minutes} minutes old.`, toSummary: "Look at it", queueOf: (n: number) => (n === 0 ? "Queue" : `Queue (${n})`),
    here: (names: string) => `Here: ${names}`, writing: (name: string) => `${name} is writing this`, reading: (name: string) => `${name} is reading this`, notLive: { draft: "Readers do not see this page yet.", upcoming: "This page is announced; open it to begin.", paused: "This page is paused.", closed: "This page is closed.", live: "" },
    offlineMore: (n: number) => few(n, "Offline: 1 post waits on this device and goes out by itself.", "Offline: # posts wait on this device and go out by themselves."), streamLost: "The desk’s news has stopped coming; reconnecting.",
    signedOutMore: (n: number) => few(n, "Signed out: 1 post waits on this device until you sign in.", "Signed out: # posts wait on this device until you sign in."), sending: { save: "Filing", file: "Filing", publish: "Publishing", edit: "Publishing the edit of", verb: "Sending" }, older: "Older posts are on the readers’ page.",
    full: "Twelve drafts are open. Finish or close one first.", 
  },
  state: {
    draft: "Draft", filed: "Filed", scheduled: "Scheduled", published: "Published", withdrawn: "Withdrawn", "taken-down": "Taken down", "set-aside": "Set aside",
    filedBy: (name: string, when: string) => `Filed by ${name}, ${when}`, sentBack: (name: string, note: string) => `Sent back by ${name}: ${note}`, scheduledFor: (when: string) => `Scheduled for ${when}`, updated: (when: string) => `Updated ${when}`, edited: "Edit not published yet",
    breaking: "Breaking", keyEvent: "Key event", pinned: "Pinned", owed: { alt: "Owed: alt text", credit: "Owed: credit", source: "Owed: source" }, untitled: "No headline", lapsed: (n: number) => few(n, "1 file out: its rights ended", "# files out: their rights ended"), goneElsewhere: "No longer in the queue", gonePublished: "Published", goneSentBack: "Sent back",
  },
  post: {
    publish: "Publish", sendBack: "Send back", takeOver: "Take over", edit: "Edit", read: "Read", pin: "Pin", keyEvent: "Key event", breaking: "Breaking", lift: "Into the summary", history: "History", preview: "Preview", takeDown: "Hold to take down", more: "More",
    published: (headline: string) => `Published: ${headline}`, filed: (headline: string) => `Filed: ${headline}`, edited: (headline: string) => `The edit is out: ${headline}`, backSent: (headline: string) => `Sent back: ${headline}`, lifted: "In the summary now.", summaryFull: "The summary has twelve points; take one out first.", changedMeanwhile: "Somebody changed this post since; the newest version is on screen now. Look, and press again.",
    noteTitle: "Send back", note: "What is to be done?", notePlaceholder: "Who says so? Add the source.", schedule: "Schedule", unschedule: "Unschedule", scheduleTitle: "Schedule", scheduleAt: "When", badTime: "Give a day and a time.",
  },
  takeDown: {
    title: "It is off every page", lead: "Readers do not have it any more. What shall they be told?", withdrawn: "Withdrawn: a public notice stays in its place", gone: "Taken down: no trace stays", notice: "Notice for readers", noticeHint: "We have withdrawn this post because …", reason: "Why, for the newsroom", done: "Done", 
  },
  move: {
    title: "Move or copy this post", button: "Move or copy …", to: "To the live page", move: "Move it there", copy: "Copy it there as a draft", none: "There is no other live page that is open. Start or reopen one first.",
    published: (page: string) => `Moved, it leaves “${page}” and stands on the other page, under the same words and times. Links to it here end.`, draft: "Moved, it leaves this page as it is; readers see nothing of it. A copy is a draft of its own.",
    moved: (page: string) => `Moved to ${page}`, copied: (page: string) => `Copied to ${page}, as a draft`, from: (slug: string) => `From /live/${slug}`,
  },
  versions: {
    title: "Prepared versions", why: "One is released; the others stay with the newsroom.", another: "Prepare another outcome …", more: "Another …", lead: "A second version begins with what this one says. When one is released, the others are set aside and never become public.",
    own: "This version", ownHint: "Wins", name: "The other version", nameHint: "Loses", begin: "Begin it", onceSaved: "Once this draft is saved", release: (name: string, page: string) => `Release “${name}” to ${page}`, is: (name: string) => `Version “${name}”`, change: "Rename or drop …", rename: "Rename", drop: "Drop this version", dropWhy: "A dropped version is set aside: it stays with the newsroom, and can be taken up again.", aside: "Set aside", takeUp: "Take up again",
  },
  wrapUp: { title: "Wrap up?", why: "A draft from the key events, with when you are back and the next page. Read it, change it, publish it, or leave it.", write: "Write the wrap-up" },
  flash: { title: (page: string) => `Breaking → ${page}`, placeholder: "One line", publish: "Publish", why: "Enter publishes it as breaking news and opens the post again for writing on. Esc leaves." },
  files: { sending: "Sending …", looking: "Sent; it is being looked at …", kept: "Waits on this device", held: "Waits for a connection: leave this page open", making: "Being made ready for readers …", ready: "Ready",
    rights: "Rights …", rightsTitle: "Rights to this recording", notAfter: (zone: string) => `May be shown until (in ${zone})`, notAfterWhy: "From then on readers have the posts without it. Empty: without end.", ended: "No longer to be shown", toEnd: (when: string) => `May be shown until ${when}` },
  write: {
    headline: "Headline", headlineHint: "Headline", label: "Label", noLabel: "No label", bylines: "Byline", name: "Name", role: "Role", location: "Reporting from", team: "A team", remove: (name: string) => `Remove ${name || "this byline"}`, breaking: "Breaking", keyEvent: "Key event", shownTime: "Time shown", shownTimeHint: "Leave it empty for the time of publication", more: "Byline, label, time",
    publishTo: (page: string) => `Publish to ${page}`, fileTo: (page: string) => `File for ${page}`, update: "Publish update", typo: "Typo: silently", correction: "Correction …", correctionTitle: "Publish a correction", correctionNote: "What was wrong, for readers", close: "Close this draft", discard: "Discard", discardTitle: "Close this draft?", discardLocal: "It is on this device alone and goes away.", discardServer: "The server keeps it among the drafts; it goes from this device.", discardEdit: "Readers keep what they have; this edit goes away.",
    tabs: "Open drafts", untitled: "New post", editOf: "Edit", body: "Text", schedule: "Schedule …", nothing: "Write something first.", 
    standing: { typing: "Typing …", "not sent yet": "Kept on this device", offline: "Offline: kept on this device", "signed out": "Signed out: kept on this device", "on the server": "Saved", "not kept": (why: string) => `This device cannot keep it (${why}). The server has it as soon as it can be reached; do not close this page before it says Saved.`, refused: (why: string) => `Not saved: ${why}`, "changed by another": "Somebody else changed it" },
    fileTooLarge: (megabytes: number) => `This file is larger than ${megabytes} MB; save it smaller and add it again.`, fileRefused: (name: string, why: string) => `“${name}” was not taken: ${why}`, fileFollowed: (name: string, headline: string) => `“${name}” is in “${headline}” now, and readers do not have it yet: open that post and publish the update.`, pictureLeft: (name: string, why: string) => `“${name}” is in the library, but its post did not take it: ${why} Ask an editor to add it.`,
    filesWaiting: "Fifty files wait to be sent from this device; add this one when some have gone.",
    another: { image: "This file is no picture. Choose a picture here; a video or a sound has a card of its own.", video: "There is no moving picture in this file. Choose a video here; a sound goes into an audio card.", audio: "This file is not only sound. Choose a sound here; a video goes into a video card.", captions: "These are no captions. Choose a WebVTT or SubRip file (.vtt, .srt).", document: "This file is no document." },
    double: (who: string, headline: string) => `${who} has the same link or quotation in “${headline}”.`, sentBack: (name: string, note: string) => `${name} sent this back: ${note}`, 
  },
  merge: { title: "Somebody else changed this post", lead: "Both versions are here. Choose where they differ; nothing is lost until you do.", mine: "Mine", theirs: "Theirs", both: "Both", goOn: "Go on with this", merged: "The changes did not meet: both are in.", headline: "Headline", details: "Byline, label, time", part: (n: number, of: number) => `Difference ${n} of ${of}`, gone: "Taken out" },
  history: { title: "History", versions: "Versions", by: (name: string, did: string) => `${name} ${did}`, restore: "Make this the working copy", restored: "This version is the working copy again. Publish it when you are ready.", compare: "Compared with the version before", first: "The first version", same: "Its words are those of the version before.", note: "Note", none: "No versions yet.", added: "added", removed: "taken out",
    did: { saved: "saved", published: "published", update: "updated", typo: "corrected a typo", correction: "published a correction", filed: "filed", "sent back": "sent back", scheduled: "scheduled", unscheduled: "unscheduled", withdrawn: "withdrew", "taken down": "took down", discarded: "discarded the edit", restored: "restored", flagged: "flagged", "taken over": "took over", "let go": "let go", moved: "moved", "moved here": "moved here", copied: "copied", prepared: "prepared a version", "set aside": "set aside", "taken up": "took up again", renamed: "renamed a version", dropped: "dropped a version" } as Record<string, string> },
  preview: { title: "Preview", phone: "Phone", wide: "Desk", frame: "The post as readers will see it", },
  keys: {
    title: "Keys", reading: "In the stream and the queue", writing: "While writing", hold: "Hold X", holdDoes: "Take the post off every page", tab: "Alt + 1 … 9",
    does: {
      down: "Next post", up: "Post before", read: "Read it whole", publish: "Publish the version on screen", "take over": "Take it over and write on", edit: "Edit", "send back": "Send back with a note", lift: "Lift the headline into the summary", pin: "Pin, or unpin", "key event": "Key event, or not", breaking: "Breaking, or not", history: "History", preview: "Preview", move: "Move or copy to another page", queue: "To the queue", stream: "To the stream", new: "New post", flash: "Flash", help: "These keys", park: "Park this draft and begin another", "move to tab": "To that draft", release: "File, or publish; an edit goes out as an update", leave: "Leave the text; close what is open",
    } satisfies Record<Action, string> as Record<Action, string>,
  },
  hurry: {
    urgent: "Urgent", isUrgent: "Urgent", note: "Note for the desk", notePlaceholder: "Confirmed by phone with the harbour master", more: (n: number) => few(n, "1 more", "# more"), look: "Look at it", soundOn: "Switch the sound off", soundOff: "Switch the sound on",
    goesOut: "It goes out", inSeconds: (n: number) => `in ${n} s`, recall: "Recall",
    heldBy: (name: string, when: string) => `Being edited by ${name} since ${when}`, takeFrom: (name: string) => `Take it from ${name}`, takeFromWhy: (name: string) => `If you take it over, ${name} can neither save nor publish it until you are done.`,
    pictureWaits: (n: number) => few(n, "1 picture waits", "# pictures wait"), serverWaits: (why: string) => `Kept on this device. ${why}`,
    clock: (minutes: number, ahead: boolean) => `This device’s clock is ${minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`} ${ahead ? "ahead" : "behind"}. Times here follow the server’s; set the clock right.`,
  },
  rules: {
    title: "House rules", checklist: "Before it goes out", checklistWhy: "What the desk looks for in a post. Missing alt text or credit never holds words back: the words go out, and the picture waits. A flash and a correction are never stopped.",
    items: { alt: "Alt text", credit: "Credit", byline: "Byline", source: "Source", links: "Links" }, asks: { off: "Off: not asked for", warn: "Warn: said, and passed by", must: "Must: nothing goes out without it" }, mustPicture: "Must: without it, the picture waits",
    delay: "Send delay", seconds: "Seconds", delayWhy: "For how long a post can be called back after somebody pressed Publish. 0 to 60; a flash and an edit never wait.",
    lacking: "Before it goes out", waits: "The picture waits.", needed: "Needed.",
    lacks: {
      alt: (n: number) => few(n, "Owed: alt text", "Owed: alt text for # pictures"), credit: (n: number) => few(n, "Owed: credit", "Owed: # credits"), byline: () => "No byline",
      source: (n: number) => few(n, "Owed: source", "Owed: # sources"), links: (n: number) => few(n, "A link shows its bare address, or leads where readers cannot go", "# links show their bare address, or lead where readers cannot go"),
    },
  },
  labels: { analysis: "Analysis", verification: "Verification", watch: "Watch", listen: "Listen", explainer: "Explainer" } as Record<string, string>,
};

export type Words = typeof en;
