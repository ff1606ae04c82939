export interface EventRow {
  id: string;
  chain: string;
  place: number;
  at: string;
  action: string;
  actor_id: string | null;
  capacity: string;
  subject_kind: string;
  subject_id: string;
  collaborative_id: string | null;
  details: string | null;
  salt: string | null;
  digest: string;
  hash: string;
}

interface ChainRow {
  id: string;
  length: number;
  last_hash: string;
}

declare module 'knex/types/tables' {
  interface Tables {
    events: EventRow;
    event_chains: ChainRow;
  }
}
