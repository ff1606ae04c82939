import { fold } from '../../lib/text';
import { answerText, type Application } from './application';
import { phoneDigits } from './search-words';

/** By what two applications may be found to be of one person, or of one household (`address`). */
export type IdentityKind = 'email' | 'phone' | 'name' | 'name_zip' | 'address';

export interface IdentityKey {
  readonly kind: IdentityKind;
  readonly value: string;
}

type Known = Pick<Application, 'name' | 'email' | 'zip' | 'answers'>;

/** Letters of a name in the order of the alphabet of its words, so that "Reyes, Ana" is "Ana Reyes". */
const nameKey = (name: string): string =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');

/** The keys of an application, folded: the same value is the same person, or likely so. */
export function identityKeys(application: Known, address: string | null): IdentityKey[] {
  const name = nameKey(application.name);
  const phone = phoneDigits(answerText(application.answers, 'phone'));
  const isFullName = name.includes(' ');
  const keys: IdentityKey[] = [
    { kind: 'email', value: (application.email ?? '').toLowerCase() },
    { kind: 'phone', value: phone.length < 7 ? '' : phone },
    { kind: 'name', value: isFullName ? name : '' },
    { kind: 'name_zip', value: isFullName && application.zip !== null ? `${name} ${application.zip}` : '' },
    {
      kind: 'address',
      value: fold(address ?? '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    },
  ];
  return keys.filter(({ value }) => value !== '').map(({ kind, value }) => ({ kind, value: value.slice(0, 254) }));
}
