import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { errorSummary, fieldView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { callPaths } from './call.paths';
import { callShared, type Calling } from './call.views';

interface CallersView extends PageModel {
  readonly lead: string;
  readonly back: string;
  readonly callers: readonly { readonly name: string; readonly since: string; readonly end: string; readonly endText: string }[];
  readonly action: string;
  readonly fields: readonly FieldView[];
}

declare module '../../web/render' {
  interface Views {
    'outreach/callers': CallersView;
  }
}

/** Who phones for a collaborative in a cycle; adding and ending. */
export function callersView(
  t: Translate,
  calling: Calling,
  state: FormState,
  callers: readonly { readonly personId: string; readonly name: string; readonly since: string }[],
): CallersView {
  const at = { code: calling.cycle.code, slug: calling.collaborative.slug };
  return {
    ...callShared(t, calling),
    title: t('outreach.callers.title', { area: inLocale(calling.collaborative.area, t.locale) }),
    errorSummary: errorSummary(t, state.errors),
    lead: t('outreach.callers.lead'),
    back: callPaths.list(at),
    callers: callers.map(({ personId, name, since }) => ({
      name,
      since: t('outreach.callers.since', { date: formatDate(t.locale, since) }),
      end: callPaths.end({ ...at, person: personId }),
      endText: t('outreach.callers.end', { name }),
    })),
    action: callPaths.callers(at),
    fields: [
      fieldView(t, state, 'name', t('outreach.callers.name'), { autocomplete: 'off' }),
      fieldView(t, state, 'email', t('outreach.callers.email'), { type: 'email', inputmode: 'email', autocomplete: 'off' }),
    ],
  };
}
