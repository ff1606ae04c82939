import { refreshWith } from './live';
import { post } from './send';

/**
 * Sends forms with `data-tap`, which stand in a `[data-live]` part, without leaving the page, and shows the part as the server
 * then has it. Without an answer the form says so in its `[data-tap-status]`, in the words of `data-failed`, and can be sent
 * again; nothing is sent later by itself.
 */
export function tapForms(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset['tap'] === undefined) return;
    event.preventDefault();
    void tap(form);
  });
}

async function tap(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector('button');
  const status = form.querySelector<HTMLElement>('[data-tap-status]');
  const part = form.closest<HTMLElement>('[data-live]');
  if (button === null || status === null || part === null) return;
  button.disabled = true;
  delete form.dataset['unsaved'];
  status.textContent = form.dataset['saving'] ?? '';
  try {
    const answer = await post(form.action, new FormData(form));
    if (!refreshWith(part, await answer.text())) throw new Error(String(answer.status));
  } catch {
    form.dataset['unsaved'] = '';
    status.textContent = form.dataset['failed'] ?? '';
    button.disabled = false;
  }
}
