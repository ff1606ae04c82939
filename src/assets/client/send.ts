/**
 * Sends forms with `data-send` while the page stays, so that a line that is lost takes no words with it: without an answer the
 * form says so in the words of `data-failed` and can be sent again; nothing is sent later by itself. Where the server took it,
 * the page it names is opened; where it refused, the form is sent as it would be without a script, and its refusal is read.
 */
export function sendForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-send]')) {
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    form.append(status);
    form.addEventListener('submit', (event) => {
      if (form.dataset['refused'] !== undefined) return;
      event.preventDefault();
      void send(form, status, event.submitter);
    });
  }
}

async function send(form: HTMLFormElement, status: HTMLElement, submitter: HTMLElement | null): Promise<void> {
  delete form.dataset['unsaved'];
  status.textContent = form.dataset['saving'] ?? '';
  try {
    const sent = new FormData(form, submitter);
    press(form, true);
    const answer = await post(form.action, sent, { 'X-Send': '1' });
    const next = answer.headers.get('Location');
    if (next !== null) open(next);
    else if (isRefusal(answer)) sendPlainly(form, submitter);
    else throw new Error(String(answer.status));
  } catch {
    form.dataset['unsaved'] = '';
    status.textContent = form.dataset['failed'] ?? '';
    press(form, false);
  }
}

/** Nothing was changed, so that sending it again cannot do it twice. */
const isRefusal = ({ status }: Response): boolean => status >= 400 && status < 500;

/** Posts what a form holds, files left out. Throws when no answer comes within ten seconds. */
export function post(address: string, data: FormData, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const body = new URLSearchParams([...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  return fetch(address, { method: 'POST', body, headers, signal: AbortSignal.timeout(10_000) });
}

function press(form: HTMLFormElement, isPressed: boolean): void {
  for (const button of form.querySelectorAll('button')) button.disabled = isPressed;
}

/** Also where it is the page that is open, or a place on it. */
function open(address: string): void {
  const next = new URL(address, location.href);
  const isHere = next.pathname + next.search === location.pathname + location.search;
  if (isHere) location.hash = next.hash;
  if (isHere) location.reload();
  else location.assign(next);
}

function sendPlainly(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.dataset['refused'] = '';
  press(form, false);
  form.requestSubmit(submitter);
}
