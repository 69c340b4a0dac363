type Mask = Map<string, Mask | 'all'>;

/**
 * Google's partial response: keeps what a mask such as `a,items(id,start),b/c` names. Fails with
 * SyntaxError on an invalid mask. https://developers.google.com/workspace/calendar/api/guides/performance#partial
 */
export function applyFields(value: unknown, fields: string): unknown {
  return pick(value, parseMask(fields));
}

function pick(value: unknown, mask: Mask | 'all'): unknown {
  if (mask === 'all' || mask.has('*')) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const of = mask.get(name);
    return of === undefined ? [] : [[name, pick(inner, of)]];
  });
  return Object.fromEntries(kept);
}

function parseMask(fields: string): Mask {
  const tokens = fields.match(/[\w*]+|[(),/]/gu) ?? [];
  if (tokens.join('') !== fields) throw new SyntaxError(`Invalid field selection ${fields}`);
  const mask = parseList(tokens);
  if (tokens.length > 0) throw new SyntaxError(`Invalid field selection ${fields}`);
  return mask;
}

function parseList(tokens: string[]): Mask {
  const mask: Mask = new Map();
  do {
    const name = tokens.shift();
    if (name === undefined || !/^[\w*]+$/u.test(name))
      throw new SyntaxError('Invalid field selection');
    mask.set(name, parseRest(tokens));
  } while (tokens[0] === ',' && tokens.shift());
  return mask;
}

function parseRest(tokens: string[]): Mask | 'all' {
  if (tokens[0] === '/') {
    tokens.shift();
    const name = tokens.shift() ?? '';
    return new Map([[name, parseRest(tokens)]]);
  }
  if (tokens[0] !== '(') return 'all';
  tokens.shift();
  const inner = parseList(tokens);
  if (tokens.shift() !== ')') throw new SyntaxError('Invalid field selection');
  return inner;
}
