/**
 * Counts down what the server said is left when it made the page, whatever the browser's clock shows: a reload shows the
 * same. Without this the page says when the time ends. A timer that was taken off the page stops.
 */
export function countDown(within: ParentNode = document): void {
  for (const timer of within.querySelectorAll<HTMLElement>('[data-ends]')) {
    const given = Date.parse(timer.dataset['ends'] ?? '') - Date.parse(timer.dataset['now'] ?? '');
    const since = performance.now();
    const show = () => {
      const seconds = Math.ceil((given - performance.now() + since) / 1000);
      timer.textContent = seconds > 0 ? clock(seconds) : (timer.dataset['over'] ?? '');
      if (!timer.isConnected) clearInterval(running);
    };
    const running = setInterval(show, 500);
    show();
  }
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
