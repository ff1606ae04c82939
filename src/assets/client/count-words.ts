/** Writes under each counted field how many words are left, in the words the server gave (`%` stands for the number). */
export function countWords(): void {
  for (const counter of document.querySelectorAll<HTMLElement>('[data-counter]')) {
    const field = document.getElementById(counter.dataset['counter'] ?? '');
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) continue;
    let announcing: number | undefined;
    const show = () => {
      const left = Number(counter.dataset['words']) - wordsIn(field.value);
      const words = left < 0 ? counter.dataset['over'] : counter.dataset['left'];
      counter.textContent = (words ?? '').replace('%', Math.abs(left).toLocaleString(document.documentElement.lang));
      counter.classList.toggle('is-over', left < 0);
    };
    field.addEventListener('input', () => {
      clearTimeout(announcing);
      announcing = setTimeout(show, 400);
    });
    show();
  }
}

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;
