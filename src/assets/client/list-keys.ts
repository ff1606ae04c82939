/** Moves through a `table[data-keys]` with j and k, selects a row with x, and goes to the search with /. */
export function listKeys(): void {
  const table = document.querySelector('table[data-keys]');
  if (table === null) return;
  const help = document.querySelector<HTMLElement>('[data-keys-help]');
  if (help !== null) help.hidden = false;
  const links = [...table.querySelectorAll<HTMLElement>('tbody th a')];
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input:not([type=checkbox]), select, textarea');
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = document.activeElement?.closest('tr');
    const place = links.findIndex((link) => row?.contains(link));
    const actions: Readonly<Record<string, () => void>> = {
      j: () => links[Math.min(place + 1, links.length - 1)]?.focus(),
      k: () => links[Math.max(place - 1, 0)]?.focus(),
      x: () => row?.querySelector<HTMLElement>('input[type=checkbox]')?.click(),
      '/': () => document.getElementById('q')?.focus(),
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}
