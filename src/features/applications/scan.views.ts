import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { fileMeta } from '../../web/file-words';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import type { Application } from './application';
import { mostFiles, type ApplicationFile } from './application-file';
import { applicationPaths, deskPaths } from './application.paths';

interface ScansView {
  readonly title: string;
  readonly kicker: string;
  readonly back: string;
  readonly action: string;
  readonly files: readonly {
    readonly name: string;
    readonly href: string;
    readonly meta: string;
    readonly removal: string;
    readonly removalLabel: string;
  }[];
  /** One more; null when no more are taken. */
  readonly field: FieldView | null;
  readonly full: string | null;
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'applications/scans': ScansView;
  }
}

interface Parts {
  readonly files: readonly ApplicationFile[];
  readonly state: FormState;
}

/** What staff keep of the paper as it came. */
export function scansView(t: Translate, { name, reference: ref, status }: Application, { files, state }: Parts): ScansView {
  const isFull = files.length >= mostFiles;
  return {
    title: t('applications.scans.title', { name }),
    kicker: ref,
    back: deskPaths.show({ ref }),
    action: deskPaths.scans({ ref }),
    files: files.map((file) => ({
      name: file.name,
      href: applicationPaths.file({ ref, id: file.id, name: file.name }),
      meta: t('applications.scans.meta', { file: fileMeta(t, file), moment: formatShortMoment(t, file.addedAt) }),
      removal: deskPaths.scanRemoval({ ref, id: file.id }),
      removalLabel: t('applications.scans.remove', { name: file.name }),
    })),
    field:
      isFull || status !== 'submitted'
        ? null
        : fieldView(t, state, 'file', t('applications.scans.file'), { type: 'file', hint: t('files.hint') }),
    full: isFull ? t('applications.files.full', { count: mostFiles }) : null,
    errorSummary: errorSummary(t, state.errors),
  };
}
