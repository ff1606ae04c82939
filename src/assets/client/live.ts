import { countDown } from './count-down';

/**
 * Reads `[data-live]` anew from its address every 30 seconds (or `data-live-every`), unless somebody is typing or pressing in
 * it. While that does not work, `[data-live-lost]` says so in the words of its `data-text`; an address that is gone is left.
 */
export function liveParts(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const seconds = Number(part.dataset['liveEvery'] ?? '30');
    setInterval(() => {
      if (!document.hidden && !part.contains(document.activeElement)) void refresh(part);
    }, seconds * 1000);
  }
}

/** Reads one part anew now. */
export async function refresh(part: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(part.dataset['live'] ?? '', { signal: AbortSignal.timeout(10_000) });
    if (answer.status === 404 && part.dataset['liveEvery'] !== undefined) location.reload();
    const html = answer.ok && !answer.redirected ? await answer.text() : '';
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-live]');
    if (fresh !== null) {
      part.replaceChildren(...fresh.childNodes);
      countDown(part);
    }
    say(fresh === null);
  } catch {
    say(true);
  }
}

function say(isLost: boolean): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-live-lost]'))
    place.textContent = isLost ? (place.dataset['text'] ?? '') : '';
}
