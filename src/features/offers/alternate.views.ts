import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { PageModel } from '../../web/render';
import { deskPaths, toneOfCandidacy } from '../applications';
import type { Collaborative } from '../collaboratives';
import { constituencyText, fits } from '../selection';
import type { AlternateLine, CycleWithAlternates } from './alternate.queries';
import { offerPaths } from './offer.paths';
import type { FreeSeat } from './settle.queries';

interface Line {
  readonly place: string;
  readonly name: string;
  readonly href: string;
  readonly tag: { readonly text: string; readonly tone: string };
  readonly since: string;
  readonly offered: string | null;
}

interface AlternatesView {
  readonly cycles: readonly {
    readonly id: string;
    readonly name: string;
    readonly until: string;
    /** The live board of offers, while seats may still move. */
    readonly board: string | null;
    readonly groups: readonly { readonly name: string; readonly free: string; readonly lines: readonly Line[] }[];
  }[];
}

declare module '../../web/render' {
  interface Views {
    'offers/alternates': AlternatesView;
  }
}

type Free = FreeSeat & { readonly cycleId: string };

/** Who waits for a seat, group by group in the order they are asked, and which seat is free for them now. */
export function alternatesView(
  t: Translate,
  collaborative: Collaborative,
  given: { readonly cycles: readonly CycleWithAlternates[]; readonly free: readonly Free[] },
): AlternatesView & PageModel {
  return {
    title: t('offers.alternates.title', { area: inLocale(collaborative.area, t.locale) }),
    district: collaborative.slug,
    unlisted: true,
    breadcrumbs: [{ text: t('layout.navigation.staff'), href: '/staff' }],
    cycles: given.cycles.map((cycle) => ({
      id: `cycle-${cycle.code}`,
      name: inLocale(cycle.name, t.locale),
      until: cycle.isOver ? t('offers.alternates.over') : t('offers.alternates.until'),
      board: cycle.isOver ? null : offerPaths.board({ code: cycle.code, slug: collaborative.slug }),
      groups: groupsOf(
        t,
        cycle,
        given.free.filter(({ cycleId }) => cycleId === cycle.id),
      ),
    })),
  };
}

function groupsOf(t: Translate, { lines, isOver }: CycleWithAlternates, free: readonly Free[]): AlternatesView['cycles'][number]['groups'] {
  const names = [...new Set(lines.map(({ constituency }) => constituency))];
  return names.map((constituency) => {
    const seats = isOver ? [] : free.filter((seat) => fits(seat, constituency)).map(({ code }) => code);
    return {
      name: constituencyText(t, constituency),
      free: seats.length === 0 ? t('offers.alternates.noneFree') : t('offers.alternates.free', { seats: seats.join(', ') }),
      lines: lines.filter((line) => line.constituency === constituency).map((line, at) => lineOf(t, line, at + 1)),
    };
  });
}

const lineOf = (t: Translate, line: AlternateLine, place: number): Line => ({
  place: String(place),
  name: line.name,
  href: deskPaths.show({ ref: line.reference }),
  tag: { text: statusText(t, line), tone: toneOfCandidacy[line.status] },
  since: line.since === null ? '' : t('offers.alternates.since', { day: formatDay(t.locale, line.since, 'shortDate') }),
  offered: offeredText(t, line),
});

function statusText(t: Translate, { status, isBound }: AlternateLine): string {
  if (status === 'alternate') return isBound ? t('offers.alternates.bound') : t('offers.alternates.waits');
  return status === 'in_review' ? t('offers.alternates.held') : t(`applications.candidacy.${status}`);
}

function offeredText(t: Translate, { offeredAt, answeredAt }: AlternateLine): string | null {
  if (offeredAt === null) return null;
  const day = formatDay(t.locale, offeredAt, 'shortDate');
  if (answeredAt === null) return t('offers.alternates.offered', { day });
  return t('offers.alternates.answered', { day, answered: formatDay(t.locale, answeredAt, 'shortDate') });
}
