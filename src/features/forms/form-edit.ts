/** What an edit of a form did; each can be undone. */
export type FormEditVerb = 'add' | 'edit' | 'move' | 'copy' | 'remove';
