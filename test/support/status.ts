/** The HTTP status that a rule refuses with; 200 where it does not. */
export function statusOf(work: () => unknown): number {
  try {
    work();
    return 200;
  } catch (error) {
    return (error as { status: number }).status;
  }
}
