import { fold } from '../../lib/text';
import type { FieldError } from '../../lib/form';
import { commonPasswords } from './common-passwords';

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string | null;
  /** With a second factor the password may be shorter (NIST 800-63B rev 4). */
  readonly hasSecondFactor: boolean;
}

export const longestPassword = 128;
export const shortestPassword = (owner: Pick<PasswordOwner, 'hasSecondFactor'>): number => (owner.hasSecondFactor ? 8 : 15);

/** The one spelling of a password that is hashed (NFKC): the same keys give the same password on each device. */
export const normalPassword = (text: string): string => text.normalize('NFKC');

/** What is wrong with a new password, or null. No rules on kinds of characters, no expiry. */
export function passwordFault(text: string, owner: PasswordOwner): FieldError | null {
  const password = normalPassword(text);
  const { length } = Array.from(password);
  const shortest = shortestPassword(owner);
  if (length < shortest) return { key: 'accounts.errors.passwordShort', values: { min: shortest } };
  if (length > longestPassword) return { key: 'accounts.errors.passwordLong', values: { max: longestPassword } };
  if (isCommon(password)) return { key: 'accounts.errors.passwordCommon', values: {} };
  return isGuessable(password, owner) ? { key: 'accounts.errors.passwordContext', values: {} } : null;
}

/** On the list, on it again and again, counted up or down, or made of three characters at most. */
function isCommon(password: string): boolean {
  const folded = fold(password).replace(/\s/g, '');
  const core = folded.replace(/[\d!?.*#@$]+$/, '');
  const isRepeated = commonPasswords.some((word) => folded.replaceAll(word, '') === '' || core === word);
  return isRepeated || isCounted(folded) || new Set(folded).size <= 3;
}

/** 123456789012…, 987654321098…, abcdefgh…: each step the same. */
function isCounted(text: string): boolean {
  const codes = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => (code - (codes[index] ?? 0) + 10) % 10));
  return steps.size === 1;
}

const contextWords = [
  'local',
  'district',
  'collaborative',
  'lausd',
  'school',
  'angeles',
  'unified',
  'member',
  'password',
  'welcome',
  'admin',
  'staff',
];

/** Whether little is left when the words everybody here would try are taken out (ASVS 6.1.2). */
function isGuessable(password: string, owner: PasswordOwner): boolean {
  const folded = fold(password);
  const own = fold(`${owner.name} ${(owner.email ?? '').replace('@', ' ')}`).split(/[\s.]+/);
  const words = [...contextWords, ...own.filter((word) => word.length >= 4)].sort((a, b) => b.length - a.length);
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), folded);
  return rest !== folded && rest.replace(/[^\p{L}]/gu, '').length < 5;
}
