/** Asks before leaving a page with a form marked `data-guard` that was changed and not sent. */
export function guardForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) {
    let sent = false;
    const before = contentOf(form);
    form.addEventListener('submit', () => {
      sent = true;
    });
    addEventListener('beforeunload', (event) => {
      const isSafe =
        (sent && form.dataset['unsaved'] === undefined) || form.dataset['saved'] === contentOf(form) || before === contentOf(form);
      if (!isSafe) event.preventDefault();
    });
  }
}

/** What a form holds now, as text to compare; files by name, the version of the record left out. */
export function contentOf(form: HTMLFormElement): string {
  return JSON.stringify(
    [...new FormData(form)]
      .filter(([name]) => name !== 'version')
      .map(([name, value]) => [name, typeof value === 'string' ? value : value.name]),
  );
}
