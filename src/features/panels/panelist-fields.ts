/** Fields of one member's limits: each member of the panel has a form on the same page. */
export const mostField = (personId: string): string => `most-${personId}`;
export const noteField = (personId: string): string => `note-${personId}`;
