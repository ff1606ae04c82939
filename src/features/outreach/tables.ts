import type { Instant } from '../../lib/time';

declare module 'knex/types/tables' {
  interface Tables {
    invitation_stops: { address_hash: string; at: Instant };
  }
}
