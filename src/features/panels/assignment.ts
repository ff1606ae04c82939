/** Why a reviewer cannot read a file. */
export type Bar = 'own' | 'has_it' | 'stepped_aside' | 'conflict' | 'language' | 'away';

/** A file to hand out: how many reviews it still needs, and who must not or already does read it. */
export interface FileToAssign {
  readonly candidacyId: string;
  readonly constituency: string;
  readonly needed: number;
  /** Reviewers who cannot have it, and why. */
  readonly barred: ReadonlyMap<string, Bar>;
  /** Reviewers to leave out where another can take it (a school in common). */
  readonly avoided: ReadonlySet<string>;
  /** Reviewers who have it and have not begun: the file may pass from them to others. Their loads count it. */
  readonly movable: readonly string[];
  /** Reviewers who have it, have not begun, and must not or cannot have it any more. Their loads count it. */
  readonly released: readonly string[];
}

export interface ReviewerToAssign {
  readonly id: string;
  /** Files they have already. */
  readonly load: number;
  /** Most files they take; null: no limit. */
  readonly most: number | null;
}

export interface NewAssignment {
  readonly candidacyId: string;
  readonly reviewerId: string;
}

export interface AssignmentPlan {
  readonly added: readonly NewAssignment[];
  /** Taken from reviewers who had not begun, to be given to others. */
  readonly dropped: readonly NewAssignment[];
  /** What each reviewer has after it. */
  readonly loads: ReadonlyMap<string, number>;
  /** Reviews that a file still lacks after it; files that lack none are left out. */
  readonly lacking: ReadonlyMap<string, number>;
}

/**
 * Hands out files so that the reviewers' loads differ as little as conflicts, languages, dates and limits allow (by at most 1
 * without any). A file gets fewer than it needs only when too few may read it. Ties go to who has fewer of its constituency.
 */
export function planAssignment(files: readonly FileToAssign[], reviewers: readonly ReviewerToAssign[]): AssignmentPlan {
  const plan = new Plan(reviewers);
  for (const file of files) plan.hold(file);
  for (const file of mostBarredFirst(files)) plan.handOut(file);
  plan.level();
  return plan.result();
}

const mostBarredFirst = (files: readonly FileToAssign[]): FileToAssign[] => [...files].sort((a, b) => b.barred.size - a.barred.size);

class Plan {
  private readonly load: Map<string, number>;
  private readonly most: ReadonlyMap<string, number>;
  private readonly readers = new Map<FileToAssign, Set<string>>();
  private readonly own = new Map<string, Set<FileToAssign>>();
  private readonly mix = new Map<string, number>();

  constructor(reviewers: readonly ReviewerToAssign[]) {
    this.load = new Map(reviewers.map(({ id, load }) => [id, load]));
    this.most = new Map(reviewers.map(({ id, most }) => [id, most ?? Infinity]));
    for (const { id } of reviewers) this.own.set(id, new Set());
  }

  /** What a file has of movable readers already. */
  hold(file: FileToAssign): void {
    this.readers.set(file, new Set());
    for (const reviewer of file.movable.filter((id) => this.load.has(id))) this.put(file, reviewer);
    for (const reviewer of file.released.filter((id) => this.load.has(id))) this.load.set(reviewer, this.loadOf(reviewer) - 1);
  }

  handOut(file: FileToAssign): void {
    const count = (): number => this.readersOf(file).size;
    for (const reviewer of this.byTurn(file)) if (count() < file.needed && this.hasRoom(reviewer)) this.take(file, reviewer);
    for (const reviewer of this.byTurn(file)) if (count() < file.needed && this.makeRoom(reviewer)) this.take(file, reviewer);
  }

  /** Passes files along chains of reviewers from the fullest to an emptier one until no chain makes it more even. */
  level(): void {
    for (let chain = this.chainFromFullest(); chain !== undefined; chain = this.chainFromFullest()) this.pass(chain);
  }

  result(): AssignmentPlan {
    const pairs = [...this.readers].flatMap(([file, readers]) => [...readers].map((reviewerId) => ({ file, reviewerId })));
    const pair = (file: FileToAssign, reviewerId: string): NewAssignment => ({ candidacyId: file.candidacyId, reviewerId });
    return {
      added: pairs
        .filter(({ file, reviewerId }) => !file.movable.includes(reviewerId))
        .map(({ file, reviewerId }) => pair(file, reviewerId)),
      dropped: [...this.readers].flatMap(([file, readers]) =>
        [...file.movable.filter((id) => this.load.has(id) && !readers.has(id)), ...file.released].map((id) => pair(file, id)),
      ),
      loads: this.load,
      lacking: new Map(
        [...this.readers]
          .filter(([file, readers]) => readers.size < file.needed)
          .map(([file, readers]) => [file.candidacyId, file.needed - readers.size]),
      ),
    };
  }

  /** Who may still read a file: the least loaded first, then who shares no school, then who has fewer of its constituency. */
  private byTurn(file: FileToAssign): string[] {
    const able = [...this.load.keys()].filter((reviewer) => this.mayTake(file, reviewer));
    const rank = (reviewer: string): readonly number[] => [
      this.loadOf(reviewer),
      Number(file.avoided.has(reviewer)),
      this.mix.get(`${reviewer} ${file.constituency}`) ?? 0,
    ];
    return able
      .map((reviewer) => ({ reviewer, rank: rank(reviewer) }))
      .sort((a, b) => compare(a.rank, b.rank))
      .map(({ reviewer }) => reviewer);
  }

  private chainFromFullest(): Step[] | undefined {
    const least = Math.min(...this.load.values());
    const fullestFirst = [...this.load.keys()].filter((id) => this.loadOf(id) >= least + 2).sort((a, b) => this.loadOf(b) - this.loadOf(a));
    for (const start of fullestFirst) {
      const chain = this.chainFrom(start, (id) => this.loadOf(id) <= this.loadOf(start) - 2 && this.hasRoom(id));
      if (chain !== undefined) return chain;
    }
    return undefined;
  }

  /** Frees a place with a reviewer at their limit, if someone else can take one of their files. */
  private makeRoom(reviewer: string): boolean {
    const chain = this.chainFrom(reviewer, (id) => id !== reviewer && this.hasRoom(id));
    if (chain !== undefined) this.pass(chain);
    return chain !== undefined;
  }

  /** Breadth first: the shortest chain of files to pass on that ends where `isEnd` says so. */
  private chainFrom(start: string, isEnd: (reviewer: string) => boolean): Step[] | undefined {
    const reached = new Map<string, Step[]>([[start, []]]);
    for (const [reviewer, chain] of reached) {
      if (isEnd(reviewer)) return chain;
      for (const to of this.load.keys()) {
        const file = reached.has(to) ? undefined : this.fileToPass(reviewer, to);
        if (file !== undefined) reached.set(to, [...chain, { file, from: reviewer, to }]);
      }
    }
    return undefined;
  }

  private fileToPass(from: string, to: string): FileToAssign | undefined {
    let second: FileToAssign | undefined;
    for (const file of this.own.get(from) ?? []) {
      if (!this.mayTake(file, to)) continue;
      if (!file.avoided.has(to)) return file;
      second ??= file;
    }
    return second;
  }

  private pass(chain: readonly Step[]): void {
    for (const { file, from, to } of chain) {
      this.remove(file, from);
      this.take(file, to);
    }
  }

  private take(file: FileToAssign, reviewer: string): void {
    this.put(file, reviewer);
    this.load.set(reviewer, this.loadOf(reviewer) + 1);
  }

  private put(file: FileToAssign, reviewer: string): void {
    this.readersOf(file).add(reviewer);
    this.own.get(reviewer)?.add(file);
    this.count(file, reviewer, 1);
  }

  private remove(file: FileToAssign, reviewer: string): void {
    this.readersOf(file).delete(reviewer);
    this.own.get(reviewer)?.delete(file);
    this.count(file, reviewer, -1);
    this.load.set(reviewer, this.loadOf(reviewer) - 1);
  }

  private count(file: FileToAssign, reviewer: string, by: number): void {
    const key = `${reviewer} ${file.constituency}`;
    this.mix.set(key, (this.mix.get(key) ?? 0) + by);
  }

  private readersOf(file: FileToAssign): Set<string> {
    return this.readers.get(file) ?? new Set();
  }

  private mayTake(file: FileToAssign, reviewer: string): boolean {
    return !file.barred.has(reviewer) && !this.readersOf(file).has(reviewer);
  }

  private hasRoom(reviewer: string): boolean {
    return this.loadOf(reviewer) < (this.most.get(reviewer) ?? 0);
  }

  private loadOf(reviewer: string): number {
    return this.load.get(reviewer) ?? 0;
  }
}

interface Step {
  readonly file: FileToAssign;
  readonly from: string;
  readonly to: string;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
