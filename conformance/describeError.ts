/** An error and its causes in one line. */
export function describeError(error: unknown): string {
  const texts: string[] = []
  for (
    let at = error;
    at !== undefined && texts.length < 5;
    at = at instanceof Error ? at.cause : undefined
  ) {
    const text = at instanceof Error ? at.message || at.name : String(at)
    if (!texts.some((earlier) => earlier.includes(text))) texts.push(text)
  }
  return texts.map((text) => text.split(/\s*\n\s*/).join(' ')).join(': ')
}
