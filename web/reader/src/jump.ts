/** Leads from the list of key events to the post, when it is on this page; otherwise the link leads to the post's own. */
export function startJumping(): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-event]') : null;
    const id = `post-${link?.dataset['event']}`;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !document.getElementById(id)) return;
    event.preventDefault();
    location.hash = id;
  });
}
