import { baseOf, notesAfter, olderParts, type TranslatedText } from '../../../src/features/translated-texts';
import { countsOf, inOrder, isLate, lacksOf, type WaitingText } from '../../../src/features/translations/translation';
import { parseAssignment, tickOf } from '../../../src/features/translations/translation.form';

const today = '2026-11-21';
const text = (given: Partial<WaitingText> = {}): WaitingText => ({
  ...{ kind: 'agenda', subjectId: 'm1', part: 'title', title: { en: 'Shade' }, lacks: ['title'], at: '2026-12-04T02:00:00.000Z' },
  ...{ behind: [], missing: 0, older: 0, language: 'es', reference: null },
  ...{ isPosted: false, ownerId: null, ownerName: null, dueOn: null, version: 0 },
  ...given,
});

it.each([
  [{ title: { en: 'Shade' }, text: { en: '' } }, ['title']],
  [{ title: { en: 'Shade', es: '' }, text: { en: 'Why' } }, ['title', 'text']],
  [{ title: { en: 'Shade', es: 'Sombra' }, text: { en: 'Why' } }, ['text']],
  [{ title: { en: 'Shade', es: 'Sombra' }, text: { en: 'Why', es: 'Por qué' } }, []],
  [{ title: { en: '', es: 'Sombra' } }, []],
])('finds what of %j has English words alone', (fields, lacks) => {
  expect(lacksOf(fields)).toEqual(lacks);
});

it('is late the day after the day it was due on, and never without one', () => {
  expect([{ dueOn: '2026-11-20' }, { dueOn: today }, { dueOn: null }].map((task) => isLate(task, today))).toEqual([true, false, false]);
});

it('stands in the order it is due, then by its meeting, and is counted', () => {
  const later = text({ part: 'later', at: '2027-01-08T02:00:00.000Z' });
  const due = text({ part: 'due', dueOn: '2026-11-30', ownerId: 'ana', at: '2027-02-05T02:00:00.000Z' });
  const late = text({ part: 'late', dueOn: '2026-11-20' });
  const all = inOrder([later, text(), due, late]);
  expect(all.map(({ part }) => part)).toEqual(['late', 'due', 'title', 'later']);
  expect(countsOf(all, today)).toEqual({ waiting: 4, unowned: 3, late: 1 });
});

it('reads which texts, who and until when, and keeps what is wrong', () => {
  const body = { texts: [tickOf(text()), 'nonsense', 'advert:m1:title:0'], owner: 'ana', due: today };
  const errorsOf = (fields: object) => {
    const parsed = parseAssignment({ ...body, ...fields }, ['ana'], today);
    return parsed.ok ? [] : Object.entries(parsed.errors).map(([name, { key }]) => `${name}: ${key}`);
  };
  expect(parseAssignment(body, ['ana'], today)).toMatchObject({
    values: { texts: [{ kind: 'agenda', subjectId: 'm1', part: 'title', version: 0 }], ownerId: 'ana', dueOn: today },
  });
  expect(parseAssignment({ ...body, owner: '', due: '' }, ['ana'], today)).toMatchObject({ values: { ownerId: null, dueOn: null } });
  expect([errorsOf({ texts: 'nonsense' }), errorsOf({ owner: 'eve' }), errorsOf({ due: '2026-11-20' }), errorsOf({ due: 'soon' })]).toEqual(
    [['texts: translations.errors.none'], ['owner: common.form.choose'], ['due: translations.errors.past'], ['due: common.form.date']],
  );
});

describe('Spanish beside its English', () => {
  const [old, now] = [
    { en: 'Shade', es: 'Sombra' },
    { en: 'More shade', es: 'Sombra' },
  ];
  const note = (en: string): TranslatedText => ({ part: 'title', language: 'es', words: '', base: baseOf(en) });
  const save = (before: object, after: object, holds = false, noted: readonly TranslatedText[] = []) =>
    notesAfter([{ part: 'title', before: { en: '', ...before }, after: { en: '', ...after }, holds }], noted);

  it.each([
    ['the English alone was changed', save(old, now), [note('Shade')]],
    ['it was changed again', save(now, { en: 'Trees', es: 'Sombra' }, false, [note('Shade')]), []],
    ['both were changed', save(old, { en: 'Trees', es: 'Árboles' }, false, [note('Shade')]), [note('Trees')]],
    ['the Spanish alone was changed', save(now, { en: 'More shade', es: 'Más sombra' }, false, [note('Shade')]), [note('More shade')]],
    ['somebody says that it holds', save(now, now, true, [note('Shade')]), [note('More shade')]],
    ['it was written for the first time', save({ en: 'Shade' }, old), [note('Shade')]],
    ['nothing was changed', save(old, old), []],
    ['there is none any more', save(old, { en: 'Trees' }, true), []],
  ])('is noted with the English it was made from when %s', (_, notes, expected) => {
    expect(notes).toEqual(expected);
  });

  it('is older once it was made from other English than stands; what nothing is noted of is not, nor what is not there', () => {
    const older = (text: { en: string; es?: string }, noted: readonly TranslatedText[]) => olderParts([{ part: 'title', text }], noted);
    expect([
      older(now, [note('Shade')]),
      older(now, [note('More shade')]),
      older(now, []),
      older({ en: 'Trees' }, [note('Shade')]),
    ]).toEqual([...[['title'], [], [], []]]);
    expect(older({ en: ' More shade ', es: 'Sombra' }, [note('More shade')])).toEqual([]);
  });
});
