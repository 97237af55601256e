function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => [key, sorted(field)]),
  );
}

/** JSON with the keys in alphabetical order, as Go writes maps: two states can then be compared as texts. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}
