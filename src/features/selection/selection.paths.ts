import { path } from '../../lib/path';

export const slatePaths = {
  board: path('/staff/cycles/:code/:slug/slate'),
  candidate: path('/staff/cycles/:code/:slug/slate/candidacies/:id'),
  place: path('/staff/cycles/:code/:slug/slate/placement'),
  remove: path('/staff/cycles/:code/:slug/slate/removal'),
  move: path('/staff/cycles/:code/:slug/slate/order'),
  send: path('/staff/cycles/:code/:slug/slate/sending'),
  takeBack: path('/staff/cycles/:code/:slug/slate/recall'),
  choices: path('/staff/cycles/:code/:slug/slate/choices'),
  lowerChoices: path('/staff/cycles/:code/:slug/slate/lower-choices'),
  askReview: path('/staff/cycles/:code/:slug/slate/lower-choices/:id/review'),
  release: path('/staff/cycles/:code/:slug/release'),
  /** Who was decided on, how and why; kept by the offers, as the release is. */
  record: path('/staff/cycles/:code/:slug/record'),
} as const;

export const whatIfPaths = {
  list: path('/staff/cycles/:code/:slug/what-ifs'),
  comparison: path('/staff/cycles/:code/:slug/what-ifs/comparison'),
  board: path('/staff/cycles/:code/:slug/what-ifs/:whatIf'),
  candidate: path('/staff/cycles/:code/:slug/what-ifs/:whatIf/candidacies/:id'),
  place: path('/staff/cycles/:code/:slug/what-ifs/:whatIf/placement'),
  remove: path('/staff/cycles/:code/:slug/what-ifs/:whatIf/removal'),
  move: path('/staff/cycles/:code/:slug/what-ifs/:whatIf/order'),
  choices: path('/staff/cycles/:code/:slug/what-ifs/:whatIf/choices'),
  adopt: path('/staff/cycles/:code/:slug/what-ifs/:whatIf/adoption'),
  discard: path('/staff/cycles/:code/:slug/what-ifs/:whatIf/discarding'),
} as const;

export const approvalPaths = {
  list: path('/approvals'),
  show: path('/approvals/:id'),
  approve: path('/approvals/:id/approval'),
  sendBack: path('/approvals/:id/return'),
} as const;

interface BoardAddress {
  readonly code: string;
  readonly slug: string;
  readonly whatIf: string | null;
}

/** The addresses of the board of a slate, or of a what-if slate. */
export function boardPaths({ code, slug, whatIf }: BoardAddress) {
  const params = { code, slug };
  const of = { ...params, whatIf: whatIf ?? '' };
  const isSlate = whatIf === null;
  return {
    board: isSlate ? slatePaths.board(params) : whatIfPaths.board(of),
    place: isSlate ? slatePaths.place(params) : whatIfPaths.place(of),
    remove: isSlate ? slatePaths.remove(params) : whatIfPaths.remove(of),
    move: isSlate ? slatePaths.move(params) : whatIfPaths.move(of),
    candidate: (id: string): string => (isSlate ? slatePaths.candidate({ ...params, id }) : whatIfPaths.candidate({ ...of, id })),
  };
}
