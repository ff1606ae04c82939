import { field, parseForm, type Parsed } from '../../lib/form';
import { topics, type Topic } from '../advice';
import { frequencies, subjectKinds, type Frequency, type Subject } from './following';

export const isTopic = (id: string): id is Topic => topics.some((topic) => topic === id);

/** A subject as one word of a form or address: `all`, `collaborative:ID`, `topic:safety`, `note:ID`. Null for anything else. */
export function readSubject(text: unknown): Subject | null {
  if (typeof text !== 'string') return null;
  if (text === 'all') return { kind: 'all', id: 'all' };
  const [name, id = ''] = text.split(':');
  const kind = subjectKinds.find((known) => known === name);
  return kind === undefined || kind === 'all' || !/^[\w-]{1,40}$/.test(id) ? null : { kind, id };
}

export const writeSubject = ({ kind, id }: Subject): string => (kind === 'all' ? 'all' : `${kind}:${id}`);

export const parseFollow = (body: unknown, offered: readonly string[]): Parsed<{ what: string; email: string; frequency: Frequency }> =>
  parseForm({ what: field.choice(offered), email: field.email(), frequency: field.choice(frequencies) }, body);
