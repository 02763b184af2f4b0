/** Word writes lists as paragraphs that say their level in a style of its own, with the bullet or number as text. */
export function wordItem(element: Element, style: string): { level: number; ordered: boolean; words: Element } | null {
  const level = /mso-list\s*:\s*\w+\s+level(\d+)/i.exec(style)?.[1];
  if (level === undefined) return null;
  const words = element.cloneNode(true) as Element;
  const bullets = [...words.querySelectorAll("[data-style]")].filter((inner) => /mso-list\s*:\s*ignore/i.test(inner.getAttribute("data-style")!));
  const bullet = bullets[0]?.textContent ?? "";
  for (const one of bullets) one.remove();
  return { level: Math.max(1, Number(level)), ordered: /^\s*\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/i.test(bullet), words };
}
