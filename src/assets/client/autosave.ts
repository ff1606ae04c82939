import { contentOf } from './guard';

const idleMilliseconds = 2000;

/**
 * Sends a form to its `data-autosave` address after two seconds without typing, and says so in its `[data-autosave-status]`
 * line, in the words of `data-saving`, `data-saved` (`%` stands for the time) and `data-failed`; `data-stale`, if given, when another window saved first. An answer `{ "version": 3, "at": "14:02" }` fills the form's version.
 */
export function autosaveForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
    let timer: number | undefined;
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void save(form), idleMilliseconds);
    });
    form.addEventListener('submit', () => {
      clearTimeout(timer);
    });
  }
}

async function save(form: HTMLFormElement): Promise<void> {
  const status = form.querySelector<HTMLElement>('[data-autosave-status]');
  const say = (name: string, at = '') => {
    if (status !== null) status.textContent = (status.dataset[name] ?? '').replace('%', at);
  };
  const content = contentOf(form);
  say('saving');
  try {
    const response = await fetch(form.dataset['autosave'] ?? form.action, {
      method: 'POST',
      headers: { 'X-Autosave': '1', Accept: 'application/json' },
      body: new URLSearchParams([...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    });
    if (response.status === 409 && status?.dataset['stale'] !== undefined) {
      say('stale');
      return;
    }
    if (!response.ok || response.redirected) throw new Error(String(response.status));
    const at = await takeVersion(form, response);
    form.dataset['saved'] = content;
    say('saved', at);
  } catch {
    say('failed');
  }
}

/** Keeps the new version and answers the time of saving, if the server says it. */
async function takeVersion(form: HTMLFormElement, response: Response): Promise<string> {
  if (response.headers.get('content-type')?.includes('json') !== true) return '';
  const { version, at = '' } = (await response.json()) as { version?: number | string; at?: string };
  const field = form.querySelector<HTMLInputElement>('input[name="version"]');
  if (field !== null && version !== undefined) field.value = String(version);
  return at;
}
