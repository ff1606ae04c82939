import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import { agendaPaths } from '../agendas';
import type { Collaborative } from '../collaboratives';
import { meetingTitle, type Meeting } from '../meetings';
import type { AgendaTemplate, TemplateLine } from './template';
import { templatePaths } from './template.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface BeginningView {
  readonly title: string;
  readonly district: string;
  readonly unlisted: true;
  readonly breadcrumbs: readonly Link[];
  readonly lead: string;
  readonly action: string;
  /** How many lines of business the agenda has now. */
  readonly present: string;
  readonly sources: readonly { readonly from: string; readonly name: string; readonly lines: readonly string[]; readonly label: string }[];
  readonly links: readonly Link[];
}

declare module '../../web/render' {
  interface Views {
    'agenda-templates/beginning': BeginningView;
  }
}

export interface BeginningParts {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly present: readonly TemplateLine[];
  readonly templates: readonly AgendaTemplate[];
  readonly last: { readonly meeting: Meeting; readonly lines: readonly TemplateLine[] } | null;
}

/** Where an agenda takes over the lines of a template, or of the agenda before. */
export function beginningView(t: Translate, parts: BeginningParts): BeginningView {
  const { meeting, collaborative, present, templates, last } = parts;
  const { slug } = collaborative;
  const { id } = meeting;
  const source = (from: string, name: string, lines: readonly TemplateLine[]) => ({
    ...{ from, name, lines: lines.map(({ title }) => inLocale(title, t.locale)) },
    label: t('agendaTemplates.takeOf', { name }),
  });
  const before =
    last === null ? [] : [source('last', t('agendaTemplates.last', { date: formatDay(t.locale, last.meeting.startsAt) }), last.lines)];
  return {
    title: t('agendaTemplates.beginTitle', { title: meetingTitle(meeting, t.locale) }),
    district: slug,
    unlisted: true,
    breadcrumbs: [{ text: t('agendas.desk.title', { title: meetingTitle(meeting, t.locale) }), href: agendaPaths.desk({ id }) }],
    lead: t('agendaTemplates.beginLead', { count: present.length }),
    action: templatePaths.beginning({ id }),
    present: String(present.length),
    sources: [...templates.map((one) => source(one.id, inLocale(one.name, t.locale), one.lines)), ...before],
    links: [
      ...(present.length === 0
        ? []
        : [{ text: t('agendaTemplates.keepThis'), href: withQuery(templatePaths.begin({ slug }), { like: id }) }]),
      { text: t('agendaTemplates.all'), href: templatePaths.list({ slug }) },
    ],
  };
}
