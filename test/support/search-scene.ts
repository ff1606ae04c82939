import { indexChanged } from '../../src/features/search';
import { search } from '../../src/features/search/search.actions';
import { searchWish } from '../../src/features/search/search.form';
import type { Collaborative } from '../../src/features/collaboratives';
import { dateOf } from '../../src/lib/time';
import type { TestProduct } from './app';
import { aCollaborative, aMember, aStoredMeeting } from './builders/meeting';
import { emptyTables } from './database';

const both = (en: string, es = '') => JSON.stringify({ en, es });
const spanish = (es: string) => JSON.stringify({ en: '', es });

/** A compact public record of two collaboratives, written by hand, beside things nobody may find. */
export class SearchScene {
  central!: Collaborative;
  south!: Collaborative;
  private names = new Map<string, string>();

  constructor(private readonly product: TestProduct) {}

  async begin(): Promise<void> {
    await emptyTables(this.product.db);
    this.product.clock.moveTo('2026-11-21T20:00:00.000Z');
    this.central = await aCollaborative(this.product.deps, 'central', { area: { en: 'Central', es: 'Centro' } });
    this.south = await aCollaborative(this.product.deps, 'south', { area: { en: 'South', es: 'Sur' } });
    await this.members();
    await this.meetings();
    await this.minutes();
    await this.notes();
    await indexChanged(this.product.deps);
  }

  /** All that an address finds, page after page, as `kind address`, in order of that text. */
  async found(query: Readonly<Record<string, string>>): Promise<string[]> {
    return (await this.inOrder(query)).sort();
  }

  /** The same in the order in which it is shown. */
  async inOrder(query: Readonly<Record<string, string>>): Promise<string[]> {
    const { db, clock } = this.product;
    const within = { today: dateOf(clock.now()), bodyId: { central: this.central.id, south: this.south.id }[query['c'] ?? ''] ?? null };
    const keys: string[] = [];
    let after = '';
    do {
      const page = await search(db, searchWish({ ...query, after }), within);
      keys.push(...(page?.documents ?? []).map(({ kind, href }) => `${kind} ${this.named(href)}`));
      after = page?.next ?? '';
    } while (after !== '');
    return keys;
  }

  private named(href: string): string {
    const person = /^\/people\/([^/]+)\/seats$/.exec(href)?.[1];
    return person === undefined ? href.replace(/^\/(meetings|advice)\//, '') : (this.names.get(person) ?? href);
  }

  private async members(): Promise<void> {
    const { deps, db } = this.product;
    const maria = await aMember(deps, this.central, {
      seat: 'C-1',
      name: 'María Núñez',
      office: 'chair',
      email: 'secretmail@example.org',
      phone: '213 555 0177',
    });
    const sean = await aMember(deps, this.central, { seat: 'C-2', name: 'Sean O’Neill', email: 'sean@example.org' });
    const gone = await aMember(deps, this.south, { seat: 'S-1', name: 'Gone Wombat', email: 'gone@example.org' });
    await db('memberships').where({ person_id: gone.id }).update({ ended_on: '2026-11-20', end_reason: 'resigned', status: 'ended' });
    this.names = new Map([
      [maria.id, 'maria'],
      [sean.id, 'sean'],
    ]);
  }

  private async meetings(): Promise<void> {
    const { deps } = this.product;
    await aStoredMeeting(deps, this.central, { id: 'dec', status: 'posted' });
    await this.posting('dec');
    await aStoredMeeting(deps, this.central, {
      id: 'oct',
      status: 'adjourned',
      title: { en: 'October meeting', es: 'Reunión de octubre' },
      startsAt: '2026-10-16T01:00:00.000Z',
      place: 'Belmont High School',
    });
    await aStoredMeeting(deps, this.south, {
      id: 'nov',
      status: 'adjourned',
      title: { en: 'November meeting', es: 'Reunión de noviembre' },
      startsAt: '2026-11-06T02:00:00.000Z',
      place: 'Gardena High School',
    });
    await aStoredMeeting(deps, this.south, {
      id: 'off',
      status: 'cancelled',
      title: { en: 'Community evening', es: 'Velada comunitaria' },
      startsAt: '2025-09-06T02:00:00.000Z',
      place: 'Gardena Library',
      cancelReason: 'The heating is broken',
    });
    await aStoredMeeting(deps, this.south, { id: 'hidden', status: 'draft', title: { en: 'Draft capybara' } });
  }

  private async posting(meeting_id: string): Promise<void> {
    const { db, deps } = this.product;
    const paper = { item_id: 'i1', meeting_id, kind: 'pdf' as const, bytes: 9, readable: 'yes' as const, added_at: '', added_by: '' };
    const item = (id: string, number: number, given: object) => ({
      id,
      number,
      kind: 'business',
      presenter: '',
      text: { en: '' },
      ...given,
    });
    const items = [
      item('i0', 1, { kind: 'opening', title: { en: 'Call to order' } }),
      item('i1', 2, {
        title: { en: 'Safe routes to school', es: 'Rutas seguras a la escuela' },
        presenter: 'Maureen O’Neill',
        text: { en: 'The **LD** map of [walking](https://example.org) routes', es: 'El mapa peatonal' },
        attachments: [{ id: 'p1' }],
      }),
    ];
    const at = '2026-11-20T20:00:00.000Z';
    const poster = await aMember(deps, this.central, { seat: 'C-9', name: 'Poster Ng', email: 'poster@example.org' });
    await db('memberships').where({ person_id: poster.id }).delete();
    await db('agenda_items').insert({
      ...{ id: 'i2', meeting_id, place: 3, kind: 'business', title: both('Unposted narwhal'), purpose: 'inform', presenter: '' },
      ...{ minutes: 5, text: both(''), is_action: false, added_at: at },
    });
    await db('agenda_items').insert({
      ...{ id: 'i1', meeting_id, place: 2, kind: 'business', title: both('Safe routes'), purpose: 'inform', presenter: '' },
      ...{ minutes: 5, text: both(''), is_action: false, added_at: at },
    });
    await db('postings').insert({
      ...{ id: 'posting', meeting_id, number: 1, snapshot: JSON.stringify({ items }), sha256: 'x'.repeat(64), posted_at: at },
      ...{ posted_by: poster.id, put_up_at: '[]', is_late: false, late_reason: '', changes: '[]' },
    });
    const common = { ...paper, added_at: at, added_by: poster.id };
    await db('attachments').insert([
      { ...common, id: 'p1', title: both('Budget of 2026', 'Presupuesto de 2026'), name: 'budget.pdf', sha256: 'a'.repeat(64) },
      { ...common, id: 'p2', title: both('Hidden axolotl'), name: 'axolotl.pdf', sha256: 'b'.repeat(64) },
      { ...common, id: 'p3', title: both('Removed ibex'), name: 'ibex.pdf', sha256: 'c'.repeat(64), published_at: at, removed_at: at },
    ]);
  }

  private async minutes(): Promise<void> {
    const record = (en: string, es: string) =>
      JSON.stringify({
        meeting: { title: { en, es } },
        attendance: [{ name: 'Attending Lemur', status: 'present' }],
        items: [
          {
            id: 'i1',
            title: { en: 'Shade' },
            outcomeWords: 'Adopted',
            motions: [{ text: 'To plant forty oaks' }],
            actionItems: [{ text: 'Ask the nursery', owner: null, dueOn: null }],
          },
        ],
      });
    const minutes = (id: string, meeting_id: string, status: 'approved' | 'circulated' | 'drafted', words: string) => ({
      ...{ id, meeting_id, status, record: record('October meeting', 'Reunión de octubre') },
      ...{ text: JSON.stringify({ opening: words, items: {}, closing: '' }), compiled_at: '2026-10-16T20:00:00.000Z' },
    });
    await this.product
      .db('minutes')
      .insert([
        minutes('min-oct', 'oct', 'approved', 'Señora Peña opened with the pledge'),
        minutes('min-nov', 'nov', 'circulated', 'A raccoon came in'),
        minutes('min-off', 'off', 'drafted', 'Nobody reads of the pangolin'),
      ]);
  }

  private async notes(): Promise<void> {
    const { db } = this.product;
    const note = (id: string, reference: string, given: object) => ({
      ...{ id, reference, collaborative_id: this.central.id, status: 'delivered' as const, topic: 'safety' as const },
      ...{ addressee: both('Local district office'), drafted_at: '2026-09-01T20:00:00.000Z', adopted_at: '2026-09-20T20:00:00.000Z' },
      ...{ title: both(''), background: both(''), ...given },
    });
    await db('notes').insert([
      note('guards', 'C-2026-01', {
        title: both('More crossing guards', 'Más guardias de cruce'),
        background: both('Children cross Vermont Avenue', 'Los niños cruzan la avenida Vermont'),
      }),
      note('shade', 'C-2026-02', {
        title: both('Shade trees for playgrounds'),
        background: both('It is hot in September. José Peña said so. Families wait.'),
      }),
      note('bus', 'S-2026-01', {
        collaborative_id: this.south.id,
        title: spanish('Autobús de las mañanas'),
        background: spanish('El transporte llega tarde; las familias del sur esperan.'),
      }),
      note('speak', 'S-2025-04', {
        collaborative_id: this.south.id,
        status: 'answered',
        adopted_at: '2025-09-20T20:00:00.000Z',
        answered_at: '2025-11-02T20:00:00.000Z',
        title: both('Interpretation at every meeting', 'Interpretación en cada reunión'),
        background: both('Parents cannot follow', 'Los padres no pueden seguir'),
      }),
      note('draft', 'C-2026-03', { status: 'draft', adopted_at: null, title: both('Draft zanzibar') }),
      note('gone', 'C-2026-04', { status: 'withdrawn', title: both('Withdrawn quetzal') }),
      note('wait', 'C-2026-05', { status: 'acknowledged', title: both('Water fountains', 'Bebederos') }),
    ]);
    await db('recommendations').insert([
      { id: 'r1', note_id: 'speak', number: 1, text: both('Hire interpreters', 'Contratar intérpretes') },
      { id: 'r2', note_id: 'guards', number: 1, text: both('Two guards at each school', 'Dos guardias por escuela') },
    ]);
    const writer = (await db('people').first('id'))?.id ?? '';
    await db('note_answers').insert([
      {
        ...{ id: 'a1', note_id: 'speak', status: 'signed', opening: both('We agree', 'Estamos de acuerdo'), written_by: writer },
        ...{ signed_by: writer, signed_at: '2025-11-02T20:00:00.000Z', return_words: '' },
      },
      { id: 'a2', note_id: 'wait', status: 'draft', opening: both('Unsigned okapi'), written_by: writer, return_words: '' },
    ]);
    await db('dispositions').insert({
      ...{ answer_id: 'a1', recommendation_id: 'r1', disposition: 'accepted', reasons: both('There is money', 'Hay dinero') },
    });
    await db('commitments').insert({
      ...{ id: 'c1', recommendation_id: 'r1', what: both('Twelve headsets', 'Doce auriculares'), who: 'Translations Unit' },
      ...{ due_on: '2026-01-31', status: 'planned' },
    });
  }
}

/** Words that stand in the tables and may find nothing: drafts, what was taken off or withdrawn, what is not signed, what is private. */
export const neverFound = [
  'capybara',
  'narwhal',
  'axolotl',
  'ibex',
  'pangolin',
  'lemur',
  'zanzibar',
  'quetzal',
  'okapi',
  'wombat',
  'secretmail',
  '0177',
  'poster',
];

/** What is typed, and all that it must find. */
export const known: readonly (readonly [typed: string, finds: readonly string[]])[] = [
  ['crossing guards', ['note guards']],
  ['guardias de cruce', ['note guards']],
  ['guardia', ['note guards']],
  ['niños avenida', ['note guards']],
  ['Vermont', ['note guards']],
  ['shade trees', ['note shade']],
  ['shade', ['minutes nov/minutes', 'minutes oct/minutes', 'note shade']],
  ['Peña', ['minutes oct/minutes', 'note shade']],
  ['José Peña', ['note shade']],
  ['autobús mañanas', ['note bus']],
  ['mañana', ['note bus']],
  ['transporte', ['note bus']],
  ['transp', ['note bus']],
  ['familias', ['note bus', 'person maria', 'person sean']],
  ['families', ['note bus', 'note shade', 'person maria', 'person sean']],
  ['interpretación', ['answer speak', 'note speak']],
  ['interpreters', ['note speak']],
  ['intérpretes', ['note speak']],
  ['estamos de acuerdo', ['answer speak']],
  ['dinero', ['answer speak']],
  ['headsets', ['answer speak']],
  ['translations unit', ['answer speak']],
  ['answer', ['answer speak']],
  ['respuesta', ['answer speak']],
  ['C-2026-01', ['note guards']],
  ['S-2025-04', ['answer speak', 'note speak']],
  ['bebederos', ['note wait']],
  ['LD', ['item dec/agenda#item-2']],
  ['O’Neill', ['item dec/agenda#item-2', 'person sean']],
  ['ONeill', ['item dec/agenda#item-2', 'person sean']],
  ['neill sean', ['person sean']],
  ['Núñez', ['person maria']],
  ['María Núñez', ['person maria']],
  ['chair', ['person maria']],
  ['presidencia núñez', ['person maria']],
  ['rutas seguras', ['item dec/agenda#item-2']],
  ['walking routes', ['item dec/agenda#item-2']],
  ['presupuesto', ['paper dec/papers/p1/budget.pdf']],
  ['budget', ['paper dec/papers/p1/budget.pdf']],
  ['reunión de diciembre', ['meeting dec']],
  ['Belmont', ['meeting oct']],
  ['raccoon', ['minutes nov/minutes']],
  ['forty oaks', ['minutes nov/minutes', 'minutes oct/minutes']],
  ['acta octubre', ['minutes nov/minutes', 'minutes oct/minutes']],
  ['community evening', ['meeting off']],
  ['heating', ['meeting off']],
];
