const everywhere = ['id', 'created_at', 'updated_at', 'sources'];

/** The fields that the Popolo specification gives each class, written out by hand from its schemas. */
export const popoloFields: Readonly<Record<string, readonly string[]>> = {
  organization:
    'name other_names identifiers classification parent_id parent area_id area abstract description founding_date dissolution_date image contact_details links memberships posts motions vote_events children'.split(
      ' ',
    ),
  post: 'label other_label role organization_id organization area_id area start_date end_date contact_details links memberships'.split(' '),
  membership:
    'label role member person_id person organization_id organization post_id post on_behalf_of_id on_behalf_of area_id area start_date end_date contact_details links'.split(
      ' ',
    ),
  motion:
    'organization_id organization legislative_session_id legislative_session creator_id creator text classification date requirement result vote_events'.split(
      ' ',
    ),
  vote_event:
    'organization_id organization legislative_session_id legislative_session identifier motion_id motion classification start_date end_date result group_results counts votes'.split(
      ' ',
    ),
};

/** What we add, each said on the page to be our own. */
export const ourFields: Readonly<Record<string, readonly string[]>> = {
  organization: [],
  post: [],
  membership: ['standing', 'term_end_date'],
  motion: ['number', 'status', 'seconder', 'event_id'],
  vote_event: [],
};

/** Fields of a row that neither the specification nor we know. */
export const unknownFields = (kind: string, row: object): string[] =>
  Object.keys(row).filter((field) => ![...everywhere, ...(popoloFields[kind] ?? []), ...(ourFields[kind] ?? [])].includes(field));
