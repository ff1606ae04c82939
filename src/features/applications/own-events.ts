/** The lines of the history that are the application's own: nothing of panels or slates. */
export const own = <Event extends { readonly action: string }>(events: readonly Event[]): Event[] =>
  events.filter(({ action }) => action.startsWith('applications.'));
