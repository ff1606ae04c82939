/**
 * Lets rows marked `data-drag` be dragged onto places marked `data-drop`: the drop sends the form `data-drop-form` with a
 * field `data-drop-name` whose value is `data-drop` with `%` for the row. The same as a button does; nothing moves by itself.
 */
export function dragRows(): void {
  if (document.getElementById('place') === null) return;
  for (const row of document.querySelectorAll<HTMLElement>('[data-drag]')) row.draggable = true;
  let dragged = '';
  document.addEventListener('dragstart', (event) => {
    dragged = near(event, '[data-drag]')?.dataset['drag'] ?? '';
  });
  document.addEventListener('dragover', (event) => {
    const zone = near(event, '[data-drop]');
    for (const other of document.querySelectorAll('.is-over')) if (other !== zone) other.classList.remove('is-over');
    if (dragged === '' || zone === null) return;
    event.preventDefault();
    zone.classList.add('is-over');
  });
  document.addEventListener('drop', (event) => {
    const zone = near(event, '[data-drop]');
    const form = document.getElementById(zone?.dataset['dropForm'] ?? '');
    if (dragged === '' || zone === null || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = zone.dataset['dropName'] ?? '';
    field.value = (zone.dataset['drop'] ?? '').replace('%', dragged);
    form.append(field);
    form.submit();
  });
  document.addEventListener('dragend', () => (dragged = ''));
}

const near = (event: Event, selector: string): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
