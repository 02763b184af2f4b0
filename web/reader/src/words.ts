/** What the page lets its script say: one form, or one for each plural category of its language. */
export type Forms = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

export type Words = (key: string, n?: number) => string | undefined;

/** Says things in the page's language. What the page has no words for is not said. */
export function words(forms: Forms, language: string): Words {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (key, n = 0) => {
    const form = forms[key];
    const text = typeof form === 'object' ? form[plural.select(n)] ?? form['other'] : form;
    return text?.replace('{n}', () => number.format(n));
  };
}
