import { blankForm, type FormState } from '../../web/form-view';

/** Which form of the page was sent, with what the reader wrote. */
export interface SentForm {
  readonly which: 'note' | 'outcome' | 'motion' | 'second' | 'wording' | 'vote' | 'task';
  readonly form: FormState;
  /** Another saved first: what stands is shown beside the words. */
  readonly isStale: boolean;
}

interface MaybeSent {
  readonly sent: SentForm | null;
}

/** The state of one form of the page: as it was sent, or blank. */
export const formOf = ({ sent }: MaybeSent, which: SentForm['which']): FormState => (sent?.which === which ? sent.form : blankForm());

/** Whether this form came too late. */
export const isStale = ({ sent }: MaybeSent, which: SentForm['which']): boolean => sent?.which === which && sent.isStale;
