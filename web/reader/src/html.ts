import { prepareTables } from './tables.ts';

interface Policy {
  createHTML(html: string): string;
}

declare global {
  interface Window {
    readonly trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  }
}

const policy: Policy = window.trustedTypes?.createPolicy('dateline', { createHTML: html => html }) ?? { createHTML: html => html };

/** The only place where text becomes markup: articles and sections, as the server rendered them. */
export function markup(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = policy.createHTML(html);
  const fresh = document.importNode(template.content, true);
  prepareTables(fresh);
  return fresh;
}
