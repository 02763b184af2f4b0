/** What a player may do in its frame: run, keep its own state and open pages beside ours; never lead this page away. */
const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation';

/** Loads a provider's player in place of its picture when a reader asks for it, and never before. */
export function startPlayers(): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-player]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { player, shape, title } = link.dataset;
    const frame = document.createElement('iframe');
    frame.className = shape ?? '';
    frame.title = title ?? '';
    frame.setAttribute('sandbox', sandbox);
    frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.src = player!;
    link.after(frame);
    frame.focus();
  });
}
