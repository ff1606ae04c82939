import { standardForm } from '../../../src/features/forms/standard-form';
import { en } from '../../../src/i18n/en';
import { familyGrade, fewestWordsGraded, gradeOf, wordsOf } from '../../../src/lib/reading-grade';

/** Grade above which a text is too hard for staff. */
const staffGrade = 9;

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
  'comments',
] as const;
const staffParts = [
  'desk',
  'applications.entry',
  'onboarding.board',
  'onboarding.staffTask',
  'onboarding.plan',
  'meetings.form',
  'comments.desk',
  'comments.show',
  'comments.events',
];
const familyParts = [
  'reports.statistics',
  'accounts.signIn',
  'accounts.code',
  'accounts.confirm',
  'accounts.password',
  'accounts.reset',
  'accounts.emails',
  'offers.offer',
  'offers.decline',
];

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

const isUnder = (key: string, parts: readonly string[]): boolean => parts.some((part) => key === part || key.startsWith(`${part}.`));
const isForFamilies = (key: string): boolean =>
  isUnder(key, familyParts) || (isUnder(key, familyCatalogues) && !isUnder(key, staffParts) && !key.includes('.denied.'));

const tooHard = (texts: readonly [string, string][], most: number): string[] =>
  texts
    .filter(([key, text]) => wordsOf(text).length >= fewestWordsGraded && gradeOf(text) > most && !allowed.has(key))
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
