import type { Rubric } from '../../cycles';
import { plusElapsed } from '../../../lib/time';
import { demoKey, demoPersonId, type Part } from '../demo-people';
import { guideVersion } from '../../reviews';
import { inventComment } from './essays';
import { insertPeople, insertRoles, inventPerson } from './people';
import { insertRows } from './rows.queries';
import type { DemoApplication } from './applications';
import type { Cycle } from '../../cycles';
import { dayOf, momentOn, type Body, type World } from './world';

const keyedReviewers: readonly Part[] = ['reviewer-1', 'reviewer-2', 'reviewer-3'];
const kinds = ['staff', 'member', 'public', 'public', 'member'] as const;
const byLanguage = 40;

/** A panel of five for a body, with reviews under way: most done, some begun, a few recused, the last files still to assign. */
export async function insertReviews(
  world: World,
  where: { cycle: Cycle; body: Body; rubric: Rubric },
  files: readonly DemoApplication[],
): Promise<void> {
  const { cycle, body, rubric } = where;
  const panel = await insertPanel(world, cycle, body);
  const rows = files
    .slice(0, files.length - byLanguage / 2)
    .flatMap((file, index) => reviewsOf(world, body, file, { panel, index, rubricId: rubric.id }));
  await insertRows(world.deps.db, 'reviews', rows);
  const complete = rows.filter((row) => row.status === 'complete');
  await insertRows(
    world.deps.db,
    'review_scores',
    complete.flatMap((row) => scoresOf(world, rubric, row.id)),
  );
}

async function insertPanel(world: World, cycle: Cycle, body: Body): Promise<string[]> {
  const at = momentOn(world, -20, '10:00');
  const further = [0, 1].map(() => inventPerson(world, { locale: world.chance.often(0.5) ? 'es' : 'en', at }));
  await insertPeople(world, further, true);
  const panel = [...keyedReviewers.map((part) => demoPersonId(demoKey(part, body.slug))), ...further.map((person) => person.id)];
  await insertRoles(
    world,
    panel.map((personId) => ({
      personId,
      role: 'reviewer' as const,
      collaborativeId: body.id,
      cycleId: cycle.id,
      startsOn: dayOf(world, -20),
    })),
  );
  await insertRows(
    world.deps.db,
    'panel_members',
    panel.map((personId, index) => ({
      id: world.deps.newId(),
      cycle_id: cycle.id,
      collaborative_id: body.id,
      person_id: personId,
      kind: kinds[index] ?? 'public',
      acknowledged_at: index === 0 ? null : momentOn(world, -8, '12:00'),
      acknowledged_guide: index === 0 ? null : guideVersion,
      languages: JSON.stringify(index < 4 ? ['en', 'es'] : ['en']),
      most_files: null,
      note: '',
      left_on: null,
    })),
  );
  return panel;
}

function reviewsOf(world: World, body: Body, file: DemoApplication, place: { panel: readonly string[]; index: number; rubricId: string }) {
  const candidacy = file.candidacies.find(({ bodyId }) => bodyId === body.id);
  return [0, 1, 2].map((turn) => {
    const reviewer = place.panel[(place.index + turn) % place.panel.length] ?? '';
    const status = reviewer === place.panel[0] ? ('assigned' as const) : fateBy(world.chance.next());
    return {
      id: world.deps.newId(),
      candidacy_id: candidacy?.id ?? '',
      reviewer_id: reviewer,
      status,
      ...outcomeOf(world, status),
      rubric_id: status === 'complete' ? place.rubricId : null,
      recusal_words: null,
      assigned_at: momentOn(world, -8, '11:00'),
      assigned_by: demoPersonId(demoKey('staff', body.slug)),
    };
  });
}

const fateBy = (chance: number) => (chance < 0.72 ? ('complete' as const) : chance < 0.74 ? ('recused' as const) : ('assigned' as const));

function outcomeOf(world: World, status: 'complete' | 'recused' | 'assigned') {
  const { chance } = world;
  if (status !== 'complete') {
    return {
      recommendation: null,
      recusal_ground: status === 'recused' ? ('friend' as const) : null,
      completed_at: null,
      minutes: null,
      version: 1,
    };
  }
  const completedAt = plusElapsed(momentOn(world, -7, '09:00'), { minutes: chance.whole(1, 9_000) });
  return {
    recommendation: chance.pick(['yes', 'yes', 'maybe', 'no'] as const),
    recusal_ground: null,
    completed_at: completedAt,
    minutes: chance.often(0.6) ? chance.whole(4, 22) : null,
    version: 2,
  };
}

function scoresOf({ chance }: World, rubric: Rubric, reviewId: string) {
  const level = chance.whole(1, 3);
  return rubric.criteria.map((criterion) => ({
    review_id: reviewId,
    criterion: criterion.key,
    score: Math.max(0, Math.min(4, level + chance.whole(-1, 1))),
    comment: chance.often(0.25) ? inventComment(chance, 'en') : '',
  }));
}
