/**
 * Counts down to the moment the server named, by the server's clock: what the browser's clock is ahead or behind by is taken
 * from the page itself, so that a reload shows the same. Without this the page says when the time ends.
 */
export function countDown(): void {
  for (const timer of document.querySelectorAll<HTMLElement>('[data-ends]')) {
    const ahead = Date.now() - Date.parse(timer.dataset['now'] ?? '');
    const ends = Date.parse(timer.dataset['ends'] ?? '') + ahead;
    const show = () => {
      const seconds = Math.ceil((ends - Date.now()) / 1000);
      timer.textContent = seconds > 0 ? clock(seconds) : (timer.dataset['over'] ?? '');
    };
    show();
    setInterval(show, 500);
  }
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
