/**
 * In `form[data-keys]`: with the focus on a score of a `[data-criterion]`, 0 to 4 choose its score, left and right go to the
 * criterion before and after. Ctrl+Enter anywhere in the form presses its first button. Shows `[data-keys-help]`.
 */
export function scoreKeys(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-keys]');
  if (form === null) return;
  form.querySelector('[data-keys-help]')?.removeAttribute('hidden');
  const criteria = [...form.querySelectorAll('[data-criterion]')];
  form.addEventListener('keydown', (event) => {
    const radio = event.target;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'Enter') form.querySelector('button')?.click();
    } else if (radio instanceof HTMLInputElement && radio.type === 'radio') {
      const at = criteria.findIndex((criterion) => criterion.contains(radio));
      if (at !== -1) press(event, criteria, at);
    }
  });
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

function press(event: KeyboardEvent, criteria: readonly Element[], at: number): void {
  const step = steps[event.key];
  if (step === undefined) criteria[at]?.querySelector<HTMLInputElement>(`[value="${CSS.escape(event.key)}"]`)?.click();
  else event.preventDefault();
  chosenOrFirst(criteria[at + (step ?? 0)])?.focus();
}

const chosenOrFirst = (criterion: Element | undefined): HTMLInputElement | null | undefined =>
  criterion?.querySelector<HTMLInputElement>(':checked') ?? criterion?.querySelector('input');
