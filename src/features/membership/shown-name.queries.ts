import type { Knex } from 'knex';
import type { Db } from '../../db/database';

/** How a member stands on the public roster: as they wish to be called where that holds a family name, else in full. */
export const shownName = (db: Db): Knex.Raw<string> =>
  db.raw<string>("case when people.preferred_name like '% %' then people.preferred_name else people.name end");
