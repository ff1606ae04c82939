import { field, parseForm, rawForm, rawText } from '../../lib/form';

export interface WantedMove {
  readonly what: 'page' | 'question';
  readonly key: string;
  readonly direction: 'up' | 'down';
}

/** The move that a button of the builder asks for. */
export function readMove(body: unknown): WantedMove | undefined {
  const match = /^(page|question):([\w-]{1,60}):(up|down)$/.exec(rawText(rawForm(body), 'move'));
  if (match === null) return undefined;
  const [, what, key = '', direction] = match;
  return { what: what as WantedMove['what'], key, direction: direction as WantedMove['direction'] };
}

/** The version a page was made from; 0, which none has, when it is missing. */
export function readVersion(body: unknown): number {
  const parsed = parseForm({ version: field.version() }, body);
  return parsed.ok ? parsed.values.version : 0;
}
