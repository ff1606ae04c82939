/** A file to hand out: how many reviews it still needs, and who must not or already does read it. */
export interface FileToAssign {
  readonly candidacyId: string;
  readonly needed: number;
  /** Reviewers who have the file, recused from it, or are kept away by a conflict. */
  readonly barred: ReadonlySet<string>;
  /** Reviewers to leave out where another can take it (a school in common). */
  readonly avoided: ReadonlySet<string>;
}

export interface NewAssignment {
  readonly candidacyId: string;
  readonly reviewerId: string;
}

/**
 * Hands out files so that the reviewers' loads differ as little as the conflicts allow (by at most 1 without any).
 * `loads` holds what each reviewer has already; a file gets fewer than it needs only when too few may read it.
 */
export function assignEvenly(files: readonly FileToAssign[], loads: ReadonlyMap<string, number>): NewAssignment[] {
  const plan = new Plan(loads);
  for (const file of mostBarredFirst(files)) plan.handOut(file);
  plan.level();
  return plan.assignments();
}

const mostBarredFirst = (files: readonly FileToAssign[]): FileToAssign[] => [...files].sort((a, b) => b.barred.size - a.barred.size);

class Plan {
  private readonly load: Map<string, number>;
  private readonly readers = new Map<FileToAssign, Set<string>>();

  constructor(loads: ReadonlyMap<string, number>) {
    this.load = new Map(loads);
  }

  handOut(file: FileToAssign): void {
    const able = [...this.load.keys()].filter((reviewer) => !file.barred.has(reviewer));
    const byTurn = able.sort((a, b) => this.loadOf(a) - this.loadOf(b) || Number(file.avoided.has(a)) - Number(file.avoided.has(b)));
    const chosen = new Set(byTurn.slice(0, file.needed));
    for (const reviewer of chosen) this.add(reviewer, 1);
    this.readers.set(file, chosen);
  }

  /** Passes files along chains of reviewers from the fullest to an emptier one until no chain makes it more even. */
  level(): void {
    for (let chain = this.chainFromFullest(); chain !== undefined; chain = this.chainFromFullest())
      for (const { file, from, to } of chain) this.pass(file, from, to);
  }

  assignments(): NewAssignment[] {
    return [...this.readers].flatMap(([{ candidacyId }, readers]) => [...readers].map((reviewerId) => ({ candidacyId, reviewerId })));
  }

  private chainFromFullest(): Step[] | undefined {
    const fullestFirst = [...this.load.keys()].sort((a, b) => this.loadOf(b) - this.loadOf(a));
    for (const start of fullestFirst) {
      const chain = this.chainFrom(start);
      if (chain !== undefined) return chain;
    }
    return undefined;
  }

  /** Breadth first: the shortest chain that ends at a reviewer with at least 2 fewer. */
  private chainFrom(start: string): Step[] | undefined {
    const reached = new Map<string, Step[]>([[start, []]]);
    for (const [reviewer, chain] of reached) {
      if (this.loadOf(reviewer) <= this.loadOf(start) - 2) return chain;
      for (const step of this.stepsFrom(reviewer)) if (!reached.has(step.to)) reached.set(step.to, [...chain, step]);
    }
    return undefined;
  }

  private stepsFrom(from: string): Step[] {
    const own = [...this.readers].filter(([, readers]) => readers.has(from));
    return own.flatMap(([file, readers]) =>
      [...this.load.keys()].filter((to) => !readers.has(to) && !file.barred.has(to)).map((to) => ({ file, from, to })),
    );
  }

  private pass(file: FileToAssign, from: string, to: string): void {
    this.readers.get(file)?.delete(from);
    this.readers.get(file)?.add(to);
    this.add(from, -1);
    this.add(to, 1);
  }

  private add(reviewer: string, by: number): void {
    this.load.set(reviewer, this.loadOf(reviewer) + by);
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
