/** Shows each `button[data-copy]` (hidden without scripts) and copies its text; then says so with `data-copied`. */
export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(() => {
        button.textContent = button.dataset['copied'] ?? button.textContent;
      });
    });
  }
}
