import type { Person } from './person';
import type { Story } from './story';
import { linksIn } from './story';

export const applicant = { name: 'Rosa Peña', called: 'Rosita Peña', email: 'rosa.pena@example.org' } as const;
const reasons = 'Mis hijos van a la escuela aquí y quiero ayudar a que las familias sean escuchadas.';

type Answers = Readonly<Record<string, string | readonly string[]>>;

/** What the applicant answers on each page of the form, in order. */
export const answers = (locale: string): readonly (readonly [page: string, fields: Answers])[] => [
  ['email', { email: applicant.email }],
  ['age', { age: 'adult' }],
  ['name', { name: applicant.name, preferred_name: applicant.called }],
  ['contact', { phone: '(213) 555-0142', language: locale }],
  ['zip', { zip: '90012' }],
  ['constituency', { constituency: 'families' }],
  ['school', { school: 'Castelar', grade_band: ['elementary'] }],
  ['collaboratives', {}],
  ['connection', { connection: ['lives', 'child'] }],
  ['reasons', { reasons }],
  ['experience', {}],
  ['priorities', { priorities: 'Rutas seguras a la escuela.' }],
  ['availability', { times: ['weekday_evenings'], full_term: 'yes' }],
  ['access', { access: ['interpreter'] }],
  ['conflicts', {}],
  ['references', {}],
  ['demographics', { gender: 'woman' }],
  ['consents', { consent_record: ['yes'], consent_conduct: ['yes'], consent_directory: ['yes'] }],
];

/** 1. A visitor finds the collaborative by ZIP and by school, and reads what it is and which seats are open. */
export async function find(story: Story): Promise<void> {
  const visitor = await story.visitor();
  await visitor.open('/');
  expect(await visitor.language()).toBe(story.locale);
  await visitor.open('/find');
  await visitor.send(/^\/find/, { q: '90012' });
  expect(await visitor.words()).toContain('90012');
  const found = (await visitor.links())
    .map(({ href }) => href)
    .filter((href) => /^\/(central|east|northeast|northwest|south|west)$/.test(href));
  expect([...new Set(found)].length).toBeGreaterThan(1);
  await visitor.open('/find');
  await visitor.send(/^\/find/, { q: 'Castelar' });
  await visitor.follow(/^\/central$/);
  expect([visitor.status, visitor.address]).toEqual([200, '/central']);
  await visitor.follow(/^\/apply/);
  await visitor.leave();
}

/** 2a. Somebody applies on a phone without an account, stops half way, and goes on in another browser from the mail. */
export async function beginApplying(story: Story): Promise<void> {
  const phone = await story.visitor();
  await phone.open('/apply');
  await phone.follow(/^\/apply\/eligibility\?cycle=2026-vacancies/);
  await phone.send('/apply/eligibility', { ties: ['child'], age: 'adult', term: 'yes' });
  await phone.send('/apply/eligibility/form');
  await fillIn(phone, story.locale, 'school');
  await phone.leave();
  expect(await story.news()).toEqual({
    mails: [`application.continue ${story.locale} ${applicant.email}`],
    history: ['applications.begin visitor'],
  });
  const [link = ''] = linksIn(story.product.deps.baseUrl, story.letter('application.continue')).filter((one) =>
    one.startsWith('/apply/resume/'),
  );
  const other = await story.visitor();
  await other.open(link);
  await other.send(link);
  expect(other.address).toBe('/apply/check');
  expect(await other.words()).toContain(applicant.name);
  await other.open('/apply/school?from=check');
  await other.send('/apply/school', { school: 'Castelar', grade_band: ['elementary'] });
  await other.open('/apply/collaboratives');
  await fillIn(other, story.locale);
  await send(story, other);
}

/** Fills the pages of the form from the one shown until the check page, or until a page. */
export async function fillIn(person: Person, locale: string, until?: string): Promise<void> {
  const pages = answers(locale);
  const begin = pages.findIndex(([page]) => person.address.startsWith(`/apply/${page}`));
  for (const [page, fields] of pages.slice(begin)) {
    if (page === until) return;
    expect(person.address.replace(/\?.*/, '')).toBe(`/apply/${page}`);
    await person.send(`/apply/${page}`, fields);
  }
}

/** 2b. They check what they wrote, send it, and find their status page from the receipt. */
async function send(story: Story, phone: Person): Promise<void> {
  expect(phone.address).toBe('/apply/check');
  await phone.send('/apply/submission');
  const reference = /^\/applications\/([^/]+)\/confirmation$/.exec(phone.address)?.[1] ?? '';
  story.kept.set('reference', reference);
  expect(await phone.all('.app-reference__code')).toEqual([reference]);
  await phone.leave();
  expect(await story.news()).toEqual({
    mails: [`application.received ${story.locale} ${applicant.email}`],
    history: ['applications.submit visitor'],
  });
  expect(story.letter('application.received').subject).toBe(
    story.product.deps.translate(story.locale)('applications.emails.received.subject', { reference }),
  );
  const [link = ''] = linksIn(story.product.deps.baseUrl, story.letter('application.received')).filter((one) =>
    one.startsWith('/applications/'),
  );
  const reader = await story.visitor();
  await reader.open(`/applications/${reference}`);
  expect(reader.status).toBe(404);
  await reader.open(link);
  await reader.send(link);
  expect([reader.status, reader.address]).toEqual([200, `/applications/${reference}`]);
  expect(await reader.words()).toContain(reasons);
  await reader.leave();
}
