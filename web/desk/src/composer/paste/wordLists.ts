/** Word writes lists as paragraphs that say their level in a style of its own, with the bullet or number as text. */
export function wordItem(element: Element, style: string): { level: number; ordered: boolean; words: Element } | null {
  const level = /mso-list\s*:\s*\w+\s+level(\d+)/i.exec(style)?.[1];
  if (level === undefined) return null;
  const bullet = [...element.querySelectorAll("[style]")].find((inner) => /mso-list\s*:\s*ignore/i.test(inner.getAttribute("style")!));
  const words = element.cloneNode(true) as Element;
  for (const inner of words.querySelectorAll("[style]")) if (/mso-list\s*:\s*ignore/i.test(inner.getAttribute("style")!)) inner.remove();
  return { level: Math.max(1, Number(level)), ordered: /^\s*\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/i.test(bullet?.textContent ?? ""), words };
}
