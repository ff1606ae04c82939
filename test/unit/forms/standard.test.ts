import { constituencies, constituenciesToApplyFor } from '../../../src/features/forms/constituency';
import { firstIncomplete, isRequired, keepsToLimit, pagesFor, questionsOf } from '../../../src/features/forms/question';
import { scores, weightsAreWhole } from '../../../src/features/forms/rubric';
import { standardForm } from '../../../src/features/forms/standard-form';
import { standardRubric } from '../../../src/features/forms/standard-rubric';
import { someAnswers, theForm } from '../../support/builders/application';

const questions = questionsOf(theForm);

describe('the standard form', () => {
  it('has at most 20 steps for anybody, checking included', () => {
    for (const constituency of [null, ...constituencies]) expect(pagesFor(theForm, constituency).length + 1).toBeLessThanOrEqual(20);
  });

  it('requires one long answer only', () => {
    expect(questions.filter(({ kind, required }) => kind === 'long_text' && required).map(({ key }) => key)).toEqual(['reasons']);
  });

  it('names every question once, in English and in Spanish', () => {
    expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
    const words = [
      ...standardForm.flatMap(({ title, lead }) => [title, lead]),
      ...questions.flatMap(({ label, hint, options }) => [label, hint, ...options.map((option) => option.label)]),
    ];
    for (const text of words) if (text !== null) expect([text.en !== '', (text['es'] ?? '') !== '']).toEqual([true, true]);
  });

  it('hides from reviewers how to reach the applicant, what they need, and what is kept apart', () => {
    const unseen = questions.filter(({ seenByReviewers }) => !seenByReviewers).map(({ key }) => key);
    for (const key of ['email', 'phone', 'access', 'access_words', 'reference_1', 'gender', 'heritage', 'home_language'])
      expect(unseen).toContain(key);
  });

  it('keeps apart exactly what is about the person alone', () => {
    expect(questions.filter(({ storedApart }) => storedApart).map(({ key }) => key)).toEqual(['home_language', 'gender', 'heritage']);
  });

  it('requires the school of families and students alone', () => {
    const school = questions.find(({ key }) => key === 'school')!;
    expect(constituencies.filter((constituency) => isRequired(school, constituency))).toEqual(['families', 'students']);
    expect(isRequired(school, null)).toBe(false);
  });

  it('asks students alone for their guardian', () => {
    const asked = constituencies.filter((constituency) => pagesFor(theForm, constituency).some(({ key }) => key === 'guardian'));
    expect(asked).toEqual(['students']);
  });

  it('offers every constituency that can be applied for', () => {
    const offered = questions.find(({ key }) => key === 'constituency')!.options.map(({ value }) => value);
    expect(offered).toEqual(constituenciesToApplyFor);
  });

  it('knows the first page on which something is missing', () => {
    expect(firstIncomplete(theForm, someAnswers(['central']), 'families')).toBeUndefined();
    expect(firstIncomplete(theForm, someAnswers(['central'], { reasons: ' ' }), 'families')?.key).toBe('reasons');
    expect(firstIncomplete(theForm, someAnswers(['central'], { school: '' }), 'families')?.key).toBe('school');
    expect(firstIncomplete(theForm, someAnswers(['central'], { school: '' }), 'community')).toBeUndefined();
  });

  it('counts words up to the limit, and one more is too many', () => {
    const reasons = questions.find(({ key }) => key === 'reasons')!;
    const words = (count: number) => Array.from({ length: count }, () => 'sí').join(' ');
    expect([keepsToLimit(reasons, words(250)), keepsToLimit(reasons, words(251))]).toEqual([true, false]);
  });
});

/** The fifteen points of the facts' application form, by the questions that ask them. */
const points: Readonly<Record<number, readonly string[]>> = {
  1: ['name', 'preferred_name', 'pronouns', 'email', 'phone', 'zip', 'language'],
  2: ['constituency'],
  3: ['school', 'grade_band', 'relation'],
  4: ['connection'],
  5: ['reasons'],
  6: ['experience'],
  7: ['priorities'],
  8: ['times', 'full_term'],
  9: ['access', 'access_words'],
  10: ['conflicts', 'conflicts_words'],
  11: ['reference_1', 'reference_2'],
  12: ['source'],
  13: ['home_language', 'gender', 'heritage'],
  14: ['consent_record', 'consent_conduct', 'consent_directory', 'consent_photo', 'consent_mail'],
  15: ['collaboratives'],
};

describe('the fifteen points of the facts', () => {
  const asked = (key: string) => questions.find((question) => question.key === key)!;
  const values = (key: string) => asked(key).options.map(({ value }) => value);

  it.each(Object.entries(points))('%s: is asked', (_, keys) => {
    expect(keys.filter((key) => !questions.some((question) => question.key === key))).toEqual([]);
  });

  it('give the rule of each constituency beside it', () => {
    expect(asked('constituency').options.filter(({ hint }) => (hint?.en ?? '') === '' || (hint?.['es'] ?? '') === '')).toEqual([]);
  });

  it('limit long answers to 250, 250 and 150 words', () => {
    expect(['reasons', 'experience', 'priorities'].map((key) => asked(key).words)).toEqual([250, 250, 150]);
  });

  it('offer the ties, the needs and the conflicts that the facts name', () => {
    expect(values('connection')).toEqual(expect.arrayContaining(['lives', 'works', 'child']));
    expect(values('access')).toEqual(['interpreter', 'accommodation', 'child_care', 'transport']);
    expect(values('conflicts')).toEqual(['employee', 'contractor', 'grantee', 'relative', 'boards']);
    expect(values('times')).toContain('online');
  });

  it('leave pronouns, references and what is kept apart to choice, and require the public record and the code of conduct', () => {
    expect(['pronouns', 'reference_1', 'reference_2', ...points[13]!].filter((key) => asked(key).required)).toEqual([]);
    expect(points[14]!.filter((key) => asked(key).required)).toEqual(['consent_record', 'consent_conduct']);
    expect([asked('collaboratives').kind, asked('school').requiredFor]).toEqual(['ranking', ['families', 'students']]);
  });
});

describe('the standard rubric', () => {
  it('has six criteria whose weights sum to 100', () => {
    expect(standardRubric.map(({ key, weight }) => [key, weight])).toEqual([
      ['connection', 20],
      ['experience', 20],
      ['reasons', 20],
      ['listening', 15],
      ['perspective', 15],
      ['commitment', 10],
    ]);
    expect(weightsAreWhole(standardRubric)).toBe(true);
    expect(weightsAreWhole(standardRubric.slice(1))).toBe(false);
  });

  it('says in both languages what each score means', () => {
    for (const { anchors } of standardRubric) {
      expect(anchors).toHaveLength(scores.length);
      for (const anchor of anchors) expect([anchor.en !== '', (anchor['es'] ?? '') !== '']).toEqual([true, true]);
    }
  });
});
