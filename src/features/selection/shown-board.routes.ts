import type { Response } from 'express';
import type { Deps } from '../../deps';
import { conceal } from '../../lib/policy';
import { requestContext } from '../../web/request-context';
import type { Board } from './board';
import { boardAt, type SlateAddress } from './slate.actions';
import { slatePolicy } from './slate.policy';

/** The board at an address, for those who may know of it. */
export async function shownBoard(deps: Deps, address: SlateAddress, res: Response): Promise<Board> {
  const board = await boardAt({ ...deps, db: deps.reads }, address);
  conceal(slatePolicy.view(requestContext(res).actor, board.slate));
  return board;
}
