/** Says whether a path fits. */
export type PathTest = (path: string) => boolean;

/**
 * Makes the test of a pattern: `*` stands for one segment or a part of it, `**` for any number of segments, none included. Both sides
 * are compared decoded, so a service may be written as it is called.
 */
export function pathTest(pattern: string): PathTest {
  const parts = segmentsOf(pattern);
  return (path) => fits(parts, segmentsOf(path));
}

/** Walks the pattern and keeps every number of segments that it may have covered: no pattern takes long. */
function fits(parts: readonly string[], segments: readonly string[]): boolean {
  let covered = [0];
  for (const part of parts) {
    const [least] = covered;
    if (least === undefined) return false;
    if (part === '**') covered = Array.from({ length: segments.length - least + 1 }, (_, more) => least + more);
    else covered = covered.filter((count) => fitsSegment(part, segments[count])).map((count) => count + 1);
  }
  return covered.at(-1) === segments.length;
}

function fitsSegment(part: string, segment: string | undefined): boolean {
  if (segment === undefined) return false;
  const [first = '', ...others] = part.split('*');
  const last = others.pop();
  if (last === undefined) return part === segment;
  if (segment.length < first.length + last.length || !segment.startsWith(first) || !segment.endsWith(last))
    return false;
  let at = first.length;
  for (const piece of others) {
    const found = segment.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= segment.length - last.length;
}

function segmentsOf(path: string): readonly string[] {
  return path
    .replace(/^\/|\/$/g, '')
    .split('/')
    .map(decoded);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign stands for itself.
    return segment;
  }
}
