import type { Span } from './Span';

/**
 * The spans of a text, in each of its lines: one that goes over several is in all of them. They are in order and do not
 * overlap, so that each line looks only at its own.
 */
export function spansOfLines(lines: string[], spans: Span[]): Span[][] {
  let next = 0;
  let start = 0;
  return lines.map(line => {
    const own: Span[] = [];
    const end = start + line.length;
    for (; next < spans.length && spans[next].start < end; next++) {
      const span = spans[next];
      own.push({
        start: Math.max(0, span.start - start),
        end: Math.min(line.length, span.end - start),
      });
      if (span.end > end) {
        break;
      }
    }
    start = end + 1;
    return own;
  });
}
