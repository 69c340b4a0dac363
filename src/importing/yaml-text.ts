import { Document, isMap, isPair, isScalar, isSeq, type Scalar, visit } from 'yaml';

const FORMAT = { lineWidth: 0, flowCollectionPadding: false } as const;

/** A value as lines of YAML. Times are quoted: other programs read 9:30 as a number of minutes. */
export function yamlLines(value: unknown): string[] {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (/^\d{1,2}:\d{2}$/.test(String(node.value))) node.type = 'QUOTE_DOUBLE';
    },
    Seq(_, node) {
      node.flow = node.items.every((item) => isScalar(item) && typeof item.value === 'number');
    },
  });
  return document.toString(FORMAT).trimEnd().split('\n');
}

/** A value on one line, as it stands in a list such as `[a, b]`. */
export function yamlInFlow(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_, node) {
      node.flow = true;
    },
  });
  return document.toString(FORMAT).trimEnd();
}

/** A value in the quotes that the one in its place has. */
export function yamlScalar(value: string | number, { type }: Pick<Scalar, 'type'>): string {
  const document = new Document(value);
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  if (isScalar(document.contents) && typeof value === 'string' && isQuoted) {
    document.contents.type = type;
  }
  return document.toString(FORMAT).trimEnd();
}

/** Where the text of a node ends, which for a block is that of its last part. */
export function endOf(node: unknown): number | undefined {
  if (isPair(node)) return endOf(node.value) ?? endOf(node.key);
  if (isMap(node) || isSeq(node)) {
    return node.flow ? node.range?.[1] : (endOf(node.items.at(-1)) ?? node.range?.[1]);
  }
  return isScalar(node) ? node.range?.[1] : undefined;
}
