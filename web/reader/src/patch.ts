/** Makes an element equal to a fresh one while it keeps every part that is the same: what plays goes on playing, and what is selected stays selected. */
export function patch(old: Element, fresh: Element): void {
  for (const { name } of [...old.attributes]) {
    // Whether details are open is up to the reader.
    if (!fresh.hasAttribute(name) && !(name === 'open' && old.matches('details'))) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  patchContent(old, fresh);
}

/** The same for what is in it. */
export function patchContent(old: Element, fresh: Element | DocumentFragment): void {
  // A player is there because the reader asked for it: the server knows nothing of it, and it goes on playing.
  const before = [...old.childNodes].filter(node => !isPlayer(node));
  const after = [...fresh.childNodes];
  const same = (i: number, j: number): boolean => !!before[i] && !!after[j] && withoutPlayers(before[i]).isEqualNode(after[j]);
  let start = 0;
  while (same(start, start)) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && same(before.length - end - 1, after.length - end - 1)) end++;
  const gone = before.slice(start, before.length - end);
  const come = after.slice(start, after.length - end);
  if (gone.length === come.length && gone.every((node, i) => isAlike(node, come[i]!))) {
    gone.forEach((node, i) => {
      if (node instanceof Element) patch(node, come[i] as Element);
      else node.nodeValue = come[i]!.nodeValue;
    });
  } else {
    const next = before[before.length - end] ?? null;
    for (const node of gone) old.removeChild(node);
    for (const node of come) old.insertBefore(node, next);
  }
}

const isPlayer = (node: Node): boolean => node.nodeName === 'IFRAME';

function withoutPlayers(node: Node): Node {
  if (!(node instanceof Element) || !node.querySelector('iframe')) return node;
  const bare = node.cloneNode(true) as Element;
  for (const player of bare.querySelectorAll('iframe')) player.remove();
  return bare;
}

// A video does not notice that its sources changed; it must be another.
function isAlike(old: Node, fresh: Node): boolean {
  return old.nodeName === fresh.nodeName && !(old instanceof HTMLMediaElement);
}
