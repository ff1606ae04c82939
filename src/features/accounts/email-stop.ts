/** The links of an address change that go to the mailbox before it. */
export const stopPurpose = 'email_change_stop';
export const undoPurpose = 'email_change_undo';

/** How long a change may be confirmed, and stopped. */
export const hoursToConfirm = 24;
/** How long after the change the earlier mailbox may take it back: a week, since not everybody reads mail daily. */
export const hoursToUndo = 7 * 24;
