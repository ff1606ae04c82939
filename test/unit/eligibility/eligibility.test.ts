import fc from 'fast-check';
import { ages, asAnswers, eligibility, terms, ties, type EligibilityAnswers } from '../../../src/features/eligibility/eligibility';
import { readEligibility } from '../../../src/features/eligibility/eligibility.form';
import { constituencies, questionsOf, standardForm } from '../../../src/features/forms';

const all = constituencies;
const asked = fc.record({
  ties: fc.uniqueArray(fc.constantFrom(...ties), { minLength: 1 }),
  age: fc.constantFrom(...ages),
  term: fc.constantFrom(...terms),
});

describe('whether there is a place for somebody', () => {
  it.each([
    [['child'], 'adult', 'yes', ['families']],
    [['student'], '14_to_17', 'yes', ['students']],
    [['student', 'lives'], '13', 'yes', ['community']],
    [['lives', 'works'], 'adult', 'unsure', ['community']],
    [['serves', 'gives', 'business'], 'adult', 'yes', ['organizations', 'philanthropy', 'business']],
  ] as const)('for %j at %s who can serve: %s', (held, age, term, expected) => {
    expect(eligibility({ ties: held, age, term }, all)).toEqual({
      outcome: 'welcome',
      constituencies: expected,
      isUnsure: term === 'unsure',
    });
  });

  it.each([
    [['child'], 'under_13', 'yes', 'tooYoung'],
    [['student'], '13', 'yes', 'waitUntil14'],
    [['none'], 'adult', 'yes', 'noTie'],
    [['lives'], 'adult', 'no', 'noTime'],
  ] as const)('for %j at %s, %s: %s', (held, age, term, outcome) => {
    expect(eligibility({ ties: held, age, term }, all)).toEqual({ outcome });
  });

  it('names only kinds of seats that the cycle fills, where seats at large fit everyone', () => {
    const parent = { ties: ['child', 'lives'], age: 'adult', term: 'yes' } as const;
    expect(eligibility(parent, ['community'])).toMatchObject({ constituencies: ['community'] });
    expect(eligibility(parent, ['business'])).toEqual({ outcome: 'noSeat' });
    expect(eligibility(parent, ['at_large'])).toMatchObject({ constituencies: ['families', 'community'] });
  });

  it('never welcomes anybody under 13, nor a student under 14, and never offers a seat at large by name', () => {
    fc.assert(
      fc.property(asked, (answers) => {
        const found = eligibility(answers, all);
        if (found.outcome !== 'welcome') return;
        expect(answers.age).not.toBe('under_13');
        expect(found.constituencies).not.toContain('at_large');
        if (answers.age === '13') expect(found.constituencies).not.toContain('students');
      }),
    );
  });

  it('asks again for each answer that is missing', () => {
    expect(readEligibility({})).toMatchObject({ ok: false, errors: { ties: {}, age: {}, term: {} } });
    expect(Object.keys((readEligibility({ age: 'adult', term: 'yes' }) as { errors: object }).errors)).toEqual(['ties']);
    expect(readEligibility({ ties: 'lives', age: 'adult', term: 'yes' }).ok).toBe(true);
  });
});

describe('what was said, as the form asks for it', () => {
  const told = (given: EligibilityAnswers) => asAnswers(given, eligibility(given, all));

  it.each([
    [
      { ties: ['child'], age: 'adult', term: 'yes' },
      { age: 'adult', connection: ['child'], constituency: 'families', full_term: 'yes' },
    ],
    [
      { ties: ['child', 'lives'], age: 'adult', term: 'unsure' },
      { age: 'adult', connection: ['child', 'lives'] },
    ],
    [
      { ties: ['student', 'none'], age: '13', term: 'yes' },
      { age: '13', connection: ['student'], full_term: 'yes' },
    ],
  ] as const)('of %j is %j', (given, expected) => expect(told(given)).toEqual(expected));

  it('is something the standard form offers, whatever was said', () => {
    const offered = new Map(questionsOf({ pages: standardForm }).map(({ key, options }) => [key, options.map(({ value }) => value)]));
    for (const age of ages) expect(offered.get('age')).toContain(age);
    for (const tie of ['lives', 'works', 'child', 'student', 'serves']) expect(offered.get('connection')).toContain(tie);
    for (const given of ties.flatMap((tie) => told({ ties: [tie], age: 'adult', term: 'yes' })['constituency'] ?? []))
      expect(offered.get('constituency')).toContain(given);
  });
});
