import type { Instant } from '../../lib/time';
import type { ConsentAnswer, ConsentMethod } from './consent';

declare module 'knex/types/tables' {
  interface Tables {
    guardian_consents: {
      application_id: string;
      answer: ConsentAnswer;
      method: ConsentMethod;
      name: string;
      answered_at: Instant;
      recorded_by: string | null;
    };
  }
}
