/** Whether a post is being read, so that new ones have to wait: the top is out of view, or something in the list has the focus, is selected or plays. */
export function isReading(list: HTMLElement): boolean {
  return !isAtTop(list) || isFocused(list) || isSelected(list) || isPlaying(list);
}

export function isAtTop(list: HTMLElement): boolean {
  return list.getBoundingClientRect().top >= 0;
}

// The list and an article have the focus only when the reader was led to them, not for something in them.
function isFocused(list: HTMLElement): boolean {
  const focused = document.activeElement;
  return focused !== list && list.contains(focused) && !focused?.matches('[data-post]');
}

function isSelected(list: HTMLElement): boolean {
  const selection = getSelection();
  return !!selection && !selection.isCollapsed && list.contains(selection.anchorNode);
}

export function isPlaying(root: ParentNode): boolean {
  return [...root.querySelectorAll<HTMLMediaElement>('video, audio')].some(media => !media.paused && !media.ended);
}
