/** Says under a form of weights what they sum to while they are typed, in the words the server gave (`%` stands for the sum). */
export function sumWeights(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sum]')) {
    const line = form.querySelector<HTMLElement>('[data-sum-text]');
    const fields = [...form.querySelectorAll<HTMLInputElement>('input[name^="weight_"]')];
    let announcing: number | undefined;
    const show = () => {
      const sum = fields.reduce((total, { value }) => total + (Number(value) || 0), 0);
      if (line !== null) line.textContent = (line.dataset['sumText'] ?? '').replace('%', String(sum));
    };
    form.addEventListener('input', () => {
      clearTimeout(announcing);
      announcing = setTimeout(show, 400);
    });
  }
}
