import type { CalendarDate, Instant } from '../../lib/time';
import type { Frequency, NewsAction, SubjectKind } from './following';

declare module 'knex/types/tables' {
  interface Tables {
    public_news: {
      id: string;
      action: NewsAction;
      subject_kind: string;
      subject_id: string;
      collaborative_id: string;
      at: Instant;
      told_at: Instant | null;
    };
    followers: { id: string; email: string; locale: string; confirmed_at: Instant; digest_on: CalendarDate | null };
    followings: {
      id: string;
      follower_id: string;
      subject_kind: SubjectKind;
      subject_id: string;
      frequency: Frequency;
      since: Instant;
    };
  }
}
