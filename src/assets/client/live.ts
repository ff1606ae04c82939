/** Reads `[data-live]` anew from its address every 30 seconds, unless somebody is typing or pressing in it. */
export function liveParts(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    setInterval(() => {
      if (document.hidden || part.contains(document.activeElement)) return;
      void fetch(part.dataset['live'] ?? '')
        .then((answer) => (answer.ok && !answer.redirected ? answer.text() : ''))
        .then((html) => {
          const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-live]');
          if (fresh !== null) part.replaceChildren(...fresh.childNodes);
        })
        .catch(() => undefined);
    }, 30_000);
  }
}
