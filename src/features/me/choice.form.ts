import { field, parseForm } from '../../lib/form';
import { noticeChoices, type NoticeKind } from '../../mail/notice-choices';
import type { AccessNeeds } from '../accounts';

export const needNames = ['interpreter', 'mobility', 'hearing', 'vision', 'childCare', 'other'] as const satisfies (keyof AccessNeeds)[];

const need = () => field.optionalText(300);

/** What somebody needs to take part; every field may stay empty. */
export const parseNeeds = (body: unknown) =>
  parseForm(
    { interpreter: need(), mobility: need(), hearing: need(), vision: need(), childCare: need(), other: need(), version: field.version() },
    body,
  );

/** The field of the form for each kind of mail. */
export const noticeFields = [
  ['vacancy', 'vacancy.open'],
  ['cycle', 'interest.cycleOpens'],
] as const satisfies (readonly [string, NoticeKind])[];

/** When each kind of mail shall come. */
export const parseNotices = (body: unknown) =>
  parseForm({ vacancy: field.choice(noticeChoices), cycle: field.choice(noticeChoices) }, body);
