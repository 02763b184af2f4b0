/** An address made of a headline: Latin letters without their marks, digits, hyphens. */
export function slugOf(headline: string): string {
  const words = headline.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  let slug = "";
  for (const word of words) {
    if (slug.length + word.length + 1 > 60) break;
    slug += (slug && "-") + word;
  }
  return slug;
}
