import { standardForm } from '../../../src/features/forms/standard-form';
import { en } from '../../../src/i18n/en';

/** Grade above which a text is too hard for its readers. */
const familyGrade = 7;
const staffGrade = 9;
const fewestWords = 8;

const familyCatalogues = [
  'common',
  'errors',
  'layout',
  'mail',
  'home',
  'collaboratives',
  'pages',
  'help',
  'applications',
  'onboarding',
  'me',
  'meetings',
] as const;
const staffParts = ['desk', 'applications.entry', 'onboarding.board', 'onboarding.staffTask', 'onboarding.plan', 'meetings.form'];
const familyParts = [
  'accounts.signIn',
  'accounts.code',
  'accounts.confirm',
  'accounts.password',
  'accounts.reset',
  'accounts.emails',
  'offers.offer',
  'offers.decline',
];

/** Words that every page teaches by using them; none can be put more simply, so they weigh no more than a short name. */
const taughtNames = /\b(?:collaboratives?|philanthropy|interpreters?)\b/gi;

/** Texts that stay as they are, each with its reason. */
const allowed = new Map([
  ['pages.accessibility.limits.languages.text', 'a list of the names of languages'],
  ['layout.tagline', 'names the four groups in one line under the name of the site'],
]);

function leaves(node: unknown, prefix: string): [string, string][] {
  if (typeof node === 'string') return [[prefix, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => leaves(child, prefix === '' ? key : `${prefix}.${key}`));
}

const wordsOf = (text: string): string[] => text.split(/[\s—–·]+/).filter((word) => /[a-z0-9]/i.test(word));

function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end.charAt(0)).replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}

/** The Flesch-Kincaid grade: years of school that a reader of this English text needs. */
function gradeOf(text: string): number {
  const plain = text.replace(/\{\w+\}/g, 'name').replace(taughtNames, 'name');
  const words = wordsOf(plain);
  const sentences = plain.split(/[.!?:;\n]+(?:\s|$)/).filter((part) => /[a-z0-9]/i.test(part)).length;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / Math.max(1, sentences)) + 11.8 * (syllables / words.length) - 15.59;
}

const isUnder = (key: string, parts: readonly string[]): boolean => parts.some((part) => key === part || key.startsWith(`${part}.`));
const isForFamilies = (key: string): boolean =>
  isUnder(key, familyParts) || (isUnder(key, familyCatalogues) && !isUnder(key, staffParts) && !key.includes('.denied.'));

const tooHard = (texts: readonly [string, string][], most: number): string[] =>
  texts
    .filter(([key, text]) => wordsOf(text).length >= fewestWords && gradeOf(text) > most && !allowed.has(key))
    .map(([key, text]) => `${gradeOf(text).toFixed(1)} ${key}: ${text}`);

const texts = leaves(en, '');

describe('plain language', () => {
  it('tells an easy sentence from a hard one', () => {
    expect(gradeOf('Tell us which school your child goes to.')).toBeLessThan(3);
    expect(
      gradeOf('Notification regarding the determination of eligibility will be transmitted subsequent to verification.'),
    ).toBeGreaterThan(15);
  });

  it('is what families read: grade 7 at most', () => {
    const read = texts.filter(([key]) => isForFamilies(key));
    expect(tooHard(read, familyGrade)).toEqual([]);
  });

  it('is what the application form asks in: grade 7 at most', () => {
    const asked = leaves(standardForm, 'form').filter(([key]) => key.endsWith('.en'));
    expect(asked.length).toBeGreaterThan(50);
    expect(tooHard(asked, familyGrade)).toEqual([]);
  });

  it('is what staff, reviewers and officers read: grade 9 at most', () => {
    const read = texts.filter(([key]) => !isForFamilies(key));
    expect(tooHard(read, staffGrade)).toEqual([]);
  });

  it('is excused only where a text is still too hard', () => {
    const known = new Map(texts);
    const needless = [...allowed.keys()].filter((key) => gradeOf(known.get(key) ?? '') <= (isForFamilies(key) ? familyGrade : staffGrade));
    expect(needless).toEqual([]);
  });
});
