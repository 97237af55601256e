import { diff3Merge } from 'node-diff3';

/**
 * Merges two versions of a text that come from one. Where both changed the same lines, `theirs` stands.
 * @internal
 */
export function mergeText(
  ours: string,
  original: string,
  theirs: string,
): { text: string; conflict: boolean } {
  const regions = diff3Merge(lines(ours), lines(original), lines(theirs), {
    excludeFalseConflicts: true,
  });
  return {
    text: regions
      .flatMap(({ ok, conflict }) => ok ?? conflict?.b ?? [])
      .join(''),
    conflict: regions.some(({ conflict }) => conflict !== undefined),
  };
}

/** With their line breaks, so that these count too. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
