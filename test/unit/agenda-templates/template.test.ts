import { usualOf } from '../../../src/features/agenda-templates/template';
import { anItem } from '../../support/builders/agenda';

const from = (itemId: string) => ({ carriedFrom: { itemId, meetingId: 'earlier', startsAt: '2026-10-02T01:00:00.000Z' } });
const ids = (...given: Parameters<typeof usualOf>): string[] => usualOf(...given).map(({ id }) => id);

describe('the lines of the last agenda that come again', () => {
  const last = [
    anItem('usual'),
    anItem('carried', from('old')),
    anItem('advice', { noteId: 'note-1' }),
    anItem('urgent'),
    anItem('put-off'),
  ];

  it('are its own, not what was carried over to it nor a note brought to it', () => {
    expect(ids(last, [], new Set())).toEqual(['usual', 'urgent', 'put-off']);
  });

  it('are not what was taken up off the posted agenda, nor what waits to be carried over', () => {
    expect(ids(last, [], new Set(['urgent', 'put-off', null]))).toEqual(['usual']);
  });

  it('are not what was carried over to this agenda already', () => {
    expect(ids(last, [anItem('new', from('put-off')), anItem('other')], new Set())).toEqual(['usual', 'urgent']);
  });
});
