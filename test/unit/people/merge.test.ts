import { differing, mergedPerson, usualChoice, type PersonFields } from '../../../src/features/people/merge';
import { seenBy } from '../../../src/features/people/sight';
import { sights } from '../../../src/features/people/sights.policy';
import { visitor, type Actor, type RoleName } from '../../../src/lib/actor';

const fields = (given: Partial<PersonFields> = {}): PersonFields => ({
  name: 'Ana Reyes',
  preferred_name: null,
  pronouns: null,
  email: null,
  phone: '',
  locale: 'en',
  address: '',
  zip: '',
  ...given,
});

describe('joining two records', () => {
  it('keeps what the kept one has, takes what it lacks, and asks only about what differs', () => {
    const kept = fields({ phone: '1' });
    const gone = fields({ email: 'ana@example.org', phone: '2', preferred_name: null });
    expect(differing(kept, gone)).toEqual(['email', 'phone']);
    expect([usualChoice(kept, gone, 'email'), usualChoice(kept, gone, 'phone'), usualChoice(gone, kept, 'email')]).toEqual([
      'gone',
      'kept',
      'kept',
    ]);
    expect(mergedPerson(kept, gone, {})).toEqual(fields({ email: 'ana@example.org', phone: '1' }));
    expect(mergedPerson(kept, gone, { phone: 'gone', email: 'kept' })).toEqual(fields({ email: null, phone: '2' }));
  });
});

describe('what a person can see', () => {
  const as = (role: RoleName, collaborativeId: string | null): Actor => ({
    ...visitor('en'),
    id: 'p',
    grants: [{ role, collaborativeId, cycleId: null }],
  });
  const member: Actor = { ...visitor('en'), id: 'p', seats: [{ membershipId: 'm', collaborativeId: 'here', status: 'active' }] };
  const names = (actor: Actor) => seenBy(actor, ['here', 'there'], sights).map((seen) => seen.names);

  it.each([
    ['a visitor', visitor('en'), [[], []]],
    [
      'staff here',
      as('staff', 'here'),
      [['seats', 'changeSeats', 'onboarding', 'settings', 'planMeetings', 'runMeetings', 'reported'], []],
    ],
    ['an approver here', as('approver', 'here'), [['seats', 'settings'], []]],
    ['a member here', member, [['directory'], []]],
    [
      'an administrator',
      as('administrator', null),
      [
        ['seats', 'changeSeats', 'settings', 'planMeetings', 'runMeetings'],
        ['seats', 'changeSeats', 'settings', 'planMeetings', 'runMeetings'],
      ],
    ],
  ])('is told for %s as the policies answer', (_, actor, expected) => {
    expect(names(actor)).toEqual(expected);
  });
});
