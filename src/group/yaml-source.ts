import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type YAMLError,
} from 'yaml';

/** A path in the file, such as `workstreams`, 2, `doc`. */
export type Path = readonly PropertyKey[];

/** A parsed YAML file that knows where each value is. */
export type YamlSource =
  | {
      readonly ok: true;
      readonly content: unknown;
      /** `line 12, column 3` of the value at a path, or of the nearest one. */
      placeOf(path: Path): string | undefined;
      placeOfKey(path: Path, key: string): string | undefined;
    }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Parses YAML. Each problem reads `line 12, column 3: what is wrong`. */
export function readYaml(yaml: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const errors = toTell([...document.errors, ...document.warnings]);
  if (errors.length > 0)
    return { ok: false, problems: errors.map((error) => syntaxProblem(error, yaml)) };
  const place = (offset: number | undefined) => {
    if (offset === undefined) return undefined;
    const { line, col } = lines.linePos(offset);
    return `line ${line}, column ${col}`;
  };
  try {
    return {
      ok: true,
      content: document.toJS(),
      placeOf: (path) => place(offsetOf(document, path)),
      placeOfKey: (path, key) => place(offsetOfKey(document, path, key)),
    };
  } catch (error) {
    // An alias without its anchor, or so many aliases that the content would explode.
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [`${reason}; put a value that starts with * in quotes`] };
  }
}

/** One slip, such as a tab, causes errors in everything after it: the first is enough. */
function toTell(errors: readonly YAMLError[]): readonly YAMLError[] {
  return errors.every(({ code }) => code === 'DUPLICATE_KEY') ? errors : errors.slice(0, 1);
}

function syntaxProblem({ code, message, pos, linePos }: YAMLError, yaml: string): string {
  const [start] = linePos ?? [];
  const found = yaml.slice(pos[0], pos[1]).trim();
  const words = syntaxWords(code, found) ?? message.replace(/ at line \d+, column \d+:.*$/su, '');
  return start === undefined ? words : `line ${start.line}, column ${start.col}: ${words}`;
}

function syntaxWords(code: YAMLError['code'], found: string): string | undefined {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'this line is indented with a tab; YAML only allows spaces';
    case 'DUPLICATE_KEY':
      return 'this key is already in the same place';
    case 'MULTIPLE_DOCS':
      return 'a second document starts here (---); the file must have only one';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'a value with a colon in it must be in quotes';
    case 'BAD_SCALAR_START':
      return `a value that starts with ${found.slice(0, 1)} must be in quotes`;
    case 'TAG_RESOLVE_FAILED':
      return 'a value that starts with ! must be in quotes';
    case 'UNEXPECTED_TOKEN':
    case 'BAD_INDENT':
      return 'this line does not fit what is above it; check its indentation, colon, dash and brackets';
    default:
      return undefined;
  }
}

function offsetOf(document: Document.Parsed, path: Path): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node.range?.[0];
  }
  return undefined;
}

function offsetOfKey(document: Document.Parsed, path: Path, key: string): number | undefined {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map)
    ? map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key)
    : undefined;
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
