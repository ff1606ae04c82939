import type { Instant } from '../../lib/time';
import type { CallOutcome } from './call';

declare module 'knex/types/tables' {
  interface Tables {
    offer_calls: {
      id: string;
      offer_id: string;
      caller_id: string;
      at: Instant;
      outcome: CallOutcome;
      again_at: Instant | null;
      said_name: string | null;
    };
    invitation_stops: { address_hash: string; at: Instant };
  }
}
