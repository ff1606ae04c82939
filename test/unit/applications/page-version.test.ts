import { lostBy, pageVersion } from '../../../src/features/applications/page-version';
import { standardForm, type Answers } from '../../../src/features/cycles';

const page = (key: string) => standardForm.find((one) => one.key === key)!;
const lost = (key: string, written: Answers, sent: Answers) => lostBy(page(key), written, sent).map((question) => question.key);

describe('the version of a page', () => {
  it('changes with each answer of the page, and with no other', () => {
    const version = pageVersion(page('reasons'), { reasons: 'To help' });
    expect(pageVersion(page('reasons'), { reasons: 'To help', zip: '90012' })).toBe(version);
    expect(pageVersion(page('reasons'), { reasons: 'To help more' })).not.toBe(version);
  });

  it('takes no answer and an empty one as the same, and all space as one', () => {
    expect(pageVersion(page('connection'), { connection: [] })).toBe(pageVersion(page('connection'), {}));
    expect(pageVersion(page('reasons'), { reasons: ' To\r\n help ' })).toBe(pageVersion(page('reasons'), { reasons: 'To help' }));
  });

  it('sees another school behind the same words', () => {
    const school = (id: string) => pageVersion(page('school'), { school: 'Castelar', school_id: id });
    expect(school('1')).not.toBe(school('2'));
  });
});

describe('what another answer loses', () => {
  it('is a text that is not wholly in the new one', () => {
    expect(lost('reasons', { reasons: 'From the phone' }, { reasons: 'From the laptop' })).toEqual(['reasons']);
    expect(lost('reasons', { reasons: 'From the phone' }, { reasons: '' })).toEqual(['reasons']);
    expect(lost('reasons', { reasons: 'From the phone' }, { reasons: 'From the  phone, and on' })).toEqual([]);
    expect(lost('reasons', {}, { reasons: 'From the laptop' })).toEqual([]);
  });

  it('is a choice taken back or changed, and an order of collaboratives', () => {
    expect(lost('connection', { connection: ['lives', 'child'] }, { connection: ['child'] })).toEqual(['connection']);
    expect(lost('connection', { connection: ['lives'] }, { connection: ['child', 'lives'] })).toEqual([]);
    expect(lost('collaboratives', { collaboratives: ['a', 'b'] }, { collaboratives: ['b', 'a'] })).toEqual(['collaboratives']);
  });

  it('is nothing of a question that was not sent', () => {
    expect(lost('reasons', { reasons: 'From the phone' }, {})).toEqual([]);
  });
});
