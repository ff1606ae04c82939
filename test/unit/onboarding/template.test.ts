import { freeKey, moved, withTask, type TaskWanted } from '../../../src/features/onboarding/template';
import type { TemplateTask } from '../../../src/features/onboarding/task';

const task = (key: string, given: Partial<TemplateTask> = {}): TemplateTask => ({
  key,
  kind: 'read',
  title: { en: key, es: key },
  text: { en: 'Text', es: 'Texto' },
  textVersion: 3,
  isRequired: true,
  due: null,
  ...given,
});
const wanted = (given: Partial<TaskWanted> = {}): TaskWanted => ({
  kind: 'read',
  title: { en: 'New', es: 'Nuevo' },
  text: { en: 'Text', es: 'Texto' },
  isRequired: false,
  isYearly: false,
  due: null,
  ...given,
});

describe('a list of steps', () => {
  it('takes a change in its place; a signature can tell which text it was', () => {
    const list = [task('a'), task('b')];
    expect(withTask(list, 'a', wanted())[0]).toMatchObject({ key: 'a', textVersion: 3, title: { en: 'New' } });
    expect(withTask(list, 'a', wanted({ text: { en: 'Other', es: 'Otro' } }))[0]?.textVersion).toBe(4);
    expect(withTask(list, 'own_1', wanted()).map(({ key, textVersion }) => [key, textVersion])).toEqual([
      ['a', 3],
      ['b', 3],
      ['own_1', 1],
    ]);
  });

  it('keeps what a step asks that is filled in', () => {
    expect(withTask([task('contact', { kind: 'fill_in' })], 'contact', wanted())[0]?.kind).toBe('fill_in');
  });

  it('moves a step by one, and not beyond its ends', () => {
    const list = [task('a'), task('b'), task('c')];
    const keys = (key: string, by: 1 | -1) => moved(list, key, by).map((one) => one.key);
    expect([keys('b', -1), keys('b', 1), keys('a', -1), keys('c', 1), keys('x', 1)]).toEqual([
      ['b', 'a', 'c'],
      ['a', 'c', 'b'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  it('gives a new step a key that no step has', () => {
    expect([freeKey([]), freeKey([task('own_1'), task('own_3')])]).toEqual(['own_1', 'own_2']);
  });
});
