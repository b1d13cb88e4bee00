const token =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

type Wanted = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end' | 'nothing';

/**
 * Where a text stops being JSON, as a 1-based line and column; null when it is JSON. Engines name the place in some
 * of their messages only.
 */
export function findJsonFault(text: string): { line: number; column: number } | null {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    const next: Wanted | null = match ? step(wanted, match[1] ?? match[2] ?? '', open) : null;
    if (next === null) break;
    wanted = next;
    at = token.lastIndex;
  }
  const fault = at + (/^[ \t\n\r]*/.exec(text.slice(at))?.[0].length ?? 0);
  if (fault === text.length && wanted === 'nothing') return null;
  const lines = text.slice(0, fault).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** What may come after a token, or null when the token itself may not come. */
function step(wanted: Wanted, found: string, open: string[]): Wanted | null {
  const closes = (found === '}' && open.at(-1) === '{') || (found === ']' && open.at(-1) === '[');
  if (closes && (wanted === ', or end' || wanted === `name or ${found}` || wanted === `value or ${found}`)) {
    open.pop();
    return open.length > 0 ? ', or end' : 'nothing';
  }
  if (wanted === ':') return found === ':' ? 'value' : null;
  if (wanted === ', or end') return found === ',' ? (open.at(-1) === '{' ? 'name' : 'value') : null;
  if (wanted.startsWith('name')) return found.startsWith('"') ? ':' : null;
  if (!wanted.startsWith('value')) return null;
  if (found === '{' || found === '[') {
    open.push(found);
    return found === '{' ? 'name or }' : 'value or ]';
  }
  if (/^[}\],:]$/.test(found)) return null;
  return open.length > 0 ? ', or end' : 'nothing';
}
