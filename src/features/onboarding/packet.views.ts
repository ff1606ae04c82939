import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { PdfPart } from '../../pdf';
import type { Collaborative } from '../collaboratives';
import { fillIns, type FieldName } from './fill-in';
import type { PlanOfMember } from './plan.queries';
import { baseKey, isForMember, type Task } from './task';
import { textBlocks } from './text-blocks';

interface Packet {
  readonly plan: PlanOfMember;
  readonly tasks: readonly Task[];
  readonly collaborative: Collaborative;
}

/** The steps a member has still to do, on paper with room to sign and to answer; nothing that was answered is on it. */
export function packetParts(t: Translate, { plan, tasks, collaborative }: Packet): PdfPart[] {
  const open = tasks.filter((task) => task.status === 'open' && isForMember(task));
  const { contactPhone, officeAddress } = collaborative;
  return [
    { kind: 'heading', level: 1, text: packetTitle(t, plan) },
    { kind: 'paragraph', text: t('onboarding.packet.lead') },
    {
      kind: 'facts',
      rows: [
        { label: t('membership.termStarts'), value: formatDate(t.locale, plan.termStartsOn) },
        { label: t('membership.termEnds'), value: formatDate(t.locale, plan.termEndsOn) },
        { label: t('onboarding.packet.contact'), value: `${officeAddress} · ${contactPhone}` },
      ],
    },
    ...open.flatMap((task, index) => taskParts(t, task, index + 1)),
  ];
}

export const packetTitle = (t: Translate, { name, seatCode }: PlanOfMember): string =>
  t('onboarding.packet.title', { name, seat: seatCode });

function taskParts(t: Translate, task: Task, number: number): PdfPart[] {
  const need = task.isRequired ? t('onboarding.packet.required') : t('onboarding.packet.optional');
  const due = task.dueOn === null ? '' : `, ${t('onboarding.packet.due', { date: formatDate(t.locale, task.dueOn) })}`;
  return [
    { kind: 'heading', level: 2, text: `${String(number)}. ${inLocale(task.title, t.locale)} (${need}${due})` },
    ...textBlocks(inLocale(task.text, t.locale)).map(blockPart),
    ...answerParts(t, task),
  ];
}

function blockPart({ heading, paragraph, items }: ReturnType<typeof textBlocks>[number]): PdfPart {
  if (heading !== null) return { kind: 'heading', level: 3, text: heading };
  return paragraph === null ? { kind: 'list', items } : { kind: 'paragraph', text: paragraph };
}

const rule = '_'.repeat(40);

function answerParts(t: Translate, task: Task): PdfPart[] {
  if (task.kind === 'acknowledge' || task.kind === 'read')
    return [{ kind: 'facts', rows: [{ label: t('onboarding.packet.signature'), value: rule }] }];
  if (task.kind === 'upload') return [{ kind: 'paragraph', text: t('onboarding.packet.file') }];
  const rows = (fillIns[baseKey(task.key)] ?? []).map(({ name, kind }) => ({
    label: labelOf(t, name),
    value: kind === 'yes_no' ? yesNo(t) : rule,
  }));
  return rows.length === 0 ? [] : [{ kind: 'facts', rows }];
}

const labelOf = (t: Translate, name: FieldName): string => t(`onboarding.fields.${name}.label`);
const yesNo = (t: Translate): string => `☐ ${t('onboarding.plan.yes')}   ☐ ${t('onboarding.plan.no')}`;
