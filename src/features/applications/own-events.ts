const shown = ['applications.', 'interest.', 'lateEntry.', 'guardian.'];

/** The lines of the history that are the application's own: nothing of panels or slates. */
export const own = <Event extends { readonly action: string }>(events: readonly Event[]): Event[] =>
  events.filter(({ action }) => shown.some((begin) => action.startsWith(begin)));
