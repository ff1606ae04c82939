import fc from 'fast-check';
import { formDifferences, touchesOf } from '../../../src/features/forms/form-differences';
import {
  copyQuestion,
  findQuestion,
  movePage,
  moveQuestion,
  removeQuestion,
  replaceQuestion,
  type Pages,
} from '../../../src/features/forms/form-edit';
import { asksAboutPupil, doubtsAbout, longestWay, mostSteps } from '../../../src/features/forms/form-lint';
import { questionsOf, type Question } from '../../../src/features/forms/question';
import { moveCriterion, rubricDifferences, shareOut, withCriterion, withoutCriterion } from '../../../src/features/forms/rubric-edit';
import { weightsAreWhole } from '../../../src/features/forms/rubric';
import { standardForm } from '../../../src/features/forms/standard-form';
import { question } from '../../../src/features/forms/standard-question';
import { standardRubric } from '../../../src/features/forms/standard-rubric';
import { languageBehind, languagesMissing } from '../../../src/features/forms/wording';

const keysOf = (pages: Pages): string[] => questionsOf({ pages }).map(({ key }) => key);
const anyQuestion = fc.constantFrom(...keysOf(standardForm));
const anyPage = fc.constantFrom(...standardForm.map(({ key }) => key));
const anyPlace = fc.integer({ min: -2, max: 30 });
const ask = (key: string, given: Partial<Question> = {}): Question =>
  question({ key, kind: 'short_text', label: { en: key, es: key }, ...given });

describe('moving things in a form', () => {
  it('never loses or doubles a question, wherever it goes', () => {
    fc.assert(
      fc.property(anyQuestion, anyPage, anyPlace, anyPage, anyPlace, (key, page, place, moved, to) => {
        const after = movePage(moveQuestion(standardForm, key, { page, place }), moved, to);
        expect([...keysOf(after)].sort()).toEqual([...keysOf(standardForm)].sort());
        expect(findQuestion(after, key)!.page.key).toBe(page);
        expect(after.map((one) => one.key).sort()).toEqual(standardForm.map((one) => one.key).sort());
      }),
    );
  });

  it('is taken back by moving it to where it stood', () => {
    fc.assert(
      fc.property(anyQuestion, anyPage, anyPlace, (key, page, place) => {
        const before = findQuestion(standardForm, key)!;
        const after = moveQuestion(standardForm, key, { page, place });
        expect(moveQuestion(after, key, { page: before.page.key, place: before.place })).toEqual(standardForm);
      }),
    );
  });

  it('puts a copy right behind, under its own key, and leaves what it does not know alone', () => {
    expect(keysOf(copyQuestion(standardForm, 'reasons', 'again')).join()).toContain('reasons,again');
    expect(copyQuestion(standardForm, 'none', 'again')).toEqual(standardForm);
    expect(moveQuestion(standardForm, 'reasons', { page: 'none', place: 0 })).toEqual(standardForm);
  });
});

describe('what differs between versions', () => {
  it('is nothing for the same form', () => {
    expect(formDifferences(standardForm, standardForm)).toEqual([]);
  });

  it('is empty only where both are the same, and names each question taken out or put in', () => {
    fc.assert(
      fc.property(anyQuestion, anyPage, anyPlace, (key, page, place) => {
        const moved = moveQuestion(standardForm, key, { page, place });
        expect(formDifferences(standardForm, moved).length > 0).toBe(JSON.stringify(moved) !== JSON.stringify(standardForm));
        const without = removeQuestion(standardForm, key);
        expect(formDifferences(standardForm, without).filter(({ of }) => of === 'question')).toMatchObject([{ kind: 'removed', key }]);
        expect(formDifferences(without, standardForm).filter(({ of }) => of === 'question')).toMatchObject([{ kind: 'added', key }]);
      }),
    );
  });

  it('says which part of a question changed', () => {
    const reasons = findQuestion(standardForm, 'reasons')!.question;
    const after = replaceQuestion(standardForm, { ...reasons, words: 300, required: false });
    expect(formDifferences(standardForm, after)).toMatchObject([
      { kind: 'changed', of: 'question', key: 'reasons', parts: ['required', 'words'] },
    ]);
  });

  const touches = (after: Pages, answers: Record<string, string>, constituency: 'families' | 'business' = 'families') =>
    touchesOf(formDifferences(standardForm, after), { answers, constituency }).map(({ key, touch }) => `${key} ${touch}`);
  const priorities = findQuestion(standardForm, 'priorities')!.question;

  it('touches who answered what goes or changes its meaning, and nobody else', () => {
    const gone = removeQuestion(standardForm, 'priorities');
    expect(touches(gone, { priorities: 'Buses' })).toEqual(['priorities answeredRemoved']);
    expect(touches(gone, { priorities: ' ' })).toEqual([]);
    const reworded = replaceQuestion(standardForm, { ...priorities, label: { en: 'What matters?', es: '¿Qué importa?' } });
    expect([touches(reworded, { priorities: 'Buses' }), touches(reworded, {})]).toEqual([['priorities answeredChanged'], []]);
    const hidden = replaceQuestion(standardForm, { ...priorities, hiddenInBlind: true });
    expect(touches(hidden, { priorities: 'Buses' })).toEqual([]);
  });

  it('touches who lacks what is required of them from now on', () => {
    const required = replaceQuestion(standardForm, { ...priorities, requiredFor: ['families'] });
    expect([touches(required, {}), touches(required, {}, 'business')]).toEqual([['priorities nowMissing'], []]);
    const onlyBusiness = replaceQuestion(standardForm, { ...priorities, required: true, askedOf: ['business'] });
    expect(touches(onlyBusiness, {})).toEqual([]);
  });
});

describe('doubts about a form', () => {
  it('are none about the standard form, which keeps to the most steps', () => {
    expect([doubtsAbout(standardForm), longestWay(standardForm) <= mostSteps]).toEqual([[], true]);
  });

  it('notice a pupil’s name, number, grades or disability, in both languages, but not school and grade band', () => {
    const about = (en: string, es = '') => asksAboutPupil(ask('x', { label: { en, es } }));
    expect(['What is your child’s name?', 'Student ID', 'Does your child have a disability?'].map((text) => about(text))).toEqual([
      true,
      true,
      true,
    ]);
    expect(about('x', '¿Qué calificaciones tiene su hijo?')).toBe(true);
    expect(['Which grade band is your child in?', 'What is your name?', 'Tell us about your students'].map((text) => about(text))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('find the language that is missing or older', () => {
    const before = ask('x');
    expect(languagesMissing(ask('x', { label: { en: 'Why?', es: '' } }))).toEqual(['es']);
    const english = { ...before, label: { en: 'Why?', es: 'x' } };
    expect([languageBehind(before, english, false), languageBehind(before, english, true)]).toEqual(['es', null]);
    const both = { ...before, label: { en: 'Why?', es: '¿Por qué?' } };
    expect([languageBehind(before, both, false), languageBehind({ ...english, behind: 'es' }, both, false)]).toEqual([null, null]);
    expect(languageBehind({ ...english, behind: 'es' }, english, false)).toBe('es');
  });
});

describe('the weights of a rubric', () => {
  const anyKey = fc.constantFrom(...standardRubric.map(({ key }) => key));

  it('sum to 100 whatever is added, taken out or moved', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 5 }), anyKey, anyPlace, (gone, moved, place) => {
        const { label, guide, anchors } = standardRubric[0]!;
        const added = withCriterion(standardRubric, { label, guide, anchors, key: 'new' });
        const left = gone.reduce((criteria, key) => withoutCriterion(criteria, key), added);
        expect(weightsAreWhole(moveCriterion(left, moved, place))).toBe(true);
        expect(left.every(({ weight }) => Number.isInteger(weight) && weight >= 0)).toBe(true);
      }),
    );
  });

  it('are shared out whole, in proportion, to nobody’s loss', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.array(fc.nat(100), { minLength: 1, maxLength: 9 }), (amount, weights) => {
        const parts = shareOut(amount, weights);
        const sum = weights.reduce((total, weight) => total + weight, 0);
        expect(parts.reduce((total, part) => total + part, 0)).toBe(amount);
        parts.forEach((part, index) => {
          const exact = sum === 0 ? amount / weights.length : (amount * weights[index]!) / sum;
          expect(Math.abs(part - exact)).toBeLessThan(1);
        });
      }),
    );
  });

  it('differ between versions by weight, words and what came or went; order alone is no difference', () => {
    expect(rubricDifferences(standardRubric, [...standardRubric].reverse())).toEqual([]);
    const without = withoutCriterion(standardRubric, 'commitment');
    expect(rubricDifferences(standardRubric, without).map(({ kind }) => kind)).toEqual([
      'weight',
      'weight',
      'weight',
      'weight',
      'weight',
      'removed',
    ]);
  });
});
