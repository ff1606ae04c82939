import { countDown } from './count-down';

/**
 * Reads `[data-live]` anew from its address every 30 seconds (or `data-live-every`), unless somebody is typing or pressing in
 * it, or something in it is not saved. While that does not work, `[data-live-lost]` says so in the words of its `data-text`; an address that is gone is left.
 */
export function liveParts(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const seconds = Number(part.dataset['liveEvery'] ?? '30');
    setInterval(() => {
      const isBusy = part.contains(document.activeElement) || part.querySelector('[data-unsaved]') !== null;
      if (!document.hidden && !isBusy) void refresh(part);
    }, seconds * 1000);
  }
}

async function refresh(part: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(part.dataset['live'] ?? '', { signal: AbortSignal.timeout(10_000) });
    if (answer.status === 404 && part.dataset['liveEvery'] !== undefined) location.reload();
    say(!refreshWith(part, answer.ok && !answer.redirected ? await answer.text() : ''));
  } catch {
    say(true);
  }
}

/** Puts what a page says in place of a part; false where that page has no such part. */
export function refreshWith(part: HTMLElement, html: string): boolean {
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-live]');
  if (fresh === null) return false;
  part.replaceChildren(...fresh.childNodes);
  countDown(part);
  return true;
}

function say(isLost: boolean): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-live-lost]'))
    place.textContent = isLost ? (place.dataset['text'] ?? '') : '';
}
