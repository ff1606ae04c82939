import type { Translate } from '../../i18n/translate';
import type { FormState } from '../../web/form-view';
import { choiceView, errorSummary, fieldView, type ChoiceView, type ErrorSummary, type FieldView } from '../../web/form-view';
import { deskPaths } from '../applications';
import { deskListPaths } from './desk.paths';
import type { SavedView } from './saved-view';

interface SavedViewsView {
  readonly title: string;
  readonly back: string;
  readonly errorSummary: ErrorSummary | null;
  readonly action: string;
  readonly query: string;
  readonly name: FieldView;
  readonly sharing: ChoiceView;
  readonly own: readonly {
    readonly id: string;
    readonly name: string;
    readonly href: string;
    readonly isShared: boolean;
    readonly change: string;
    readonly remove: string;
  }[];
  readonly shared: readonly { readonly name: string; readonly href: string }[];
}

declare module '../../web/render' {
  interface Views {
    'desk/saved-views': SavedViewsView;
  }
}

export interface SavedViewsParts {
  readonly place: { readonly code: string; readonly slug: string };
  readonly query: string;
  readonly views: readonly SavedView[];
  readonly personId: string;
  readonly state: FormState;
}

/** The views of a list: saving the one at hand, and one's own to rename, share or remove. */
export function savedViewsView(t: Translate, { place, query, views, personId, state }: SavedViewsParts): SavedViewsView {
  const list = deskPaths.list(place);
  const href = (view: SavedView) => `${list}?${view.query}`;
  return {
    title: t('desk.views.title'),
    back: query === '' ? list : `${list}?${query}`,
    errorSummary: errorSummary(t, state.errors),
    action: deskListPaths.views(place),
    query,
    name: fieldView(t, state, 'name', t('desk.views.name'), { hint: t('desk.views.nameHint') }),
    sharing: choiceView(t, state, 'shared', t('desk.views.sharing'), [['yes', t('desk.views.share')]], {
      kind: 'checkbox',
      required: false,
    }),
    own: views
      .filter(({ ownerId }) => ownerId === personId)
      .map((view) => ({
        id: view.id,
        name: view.name,
        href: href(view),
        isShared: view.isShared,
        change: deskListPaths.view({ ...place, id: view.id }),
        remove: deskListPaths.viewRemoval({ ...place, id: view.id }),
      })),
    shared: views.filter(({ ownerId }) => ownerId !== personId).map((view) => ({ name: view.name, href: href(view) })),
  };
}
