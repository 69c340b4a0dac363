import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { endOf, yamlInFlow, yamlLines, yamlScalar } from './yaml-text.ts';

/** A path in a YAML file, such as `meetings`, 0, `join`. */
export type YamlPath = readonly (string | number)[];

// Each edit changes the text in one place and leaves every other character as it is, so that what people
// wrote by hand, comments and layout included, is not touched.

/** Sets the value at a path. What leads to it is created where it is missing. */
export function setIn(yaml: string, path: YamlPath, value: unknown): string {
  const document = parseDocument(yaml);
  const node = document.getIn(path, true);
  if (node === undefined) return added(yaml, document, path, value);
  if (isScalar(node) && isPlain(value) && node.value !== null && node.range) {
    return spliced(yaml, node.range[0], node.range[1], yamlScalar(value, node));
  }
  return added(removeIn(yaml, path), parseDocument(removeIn(yaml, path)), path, value);
}

/** Adds a value to the end of a list. */
export function appendIn(yaml: string, path: YamlPath, value: unknown): string {
  const document = parseDocument(yaml);
  const list = document.getIn(path, true);
  if (!isSeq(list)) return setIn(yaml, path, [value]);
  if (list.items.length === 0) return asBlock(yaml, list, [value]);
  if (list.flow) return inFlow(yaml, list, [...list.toJSON(), value]);
  const dash = yaml.lastIndexOf('-', startOf(list.items[0]));
  return withLines(yaml, list, columnOf(yaml, dash), [value]);
}

/** Removes the value at a path, with its key or its dash. A list or map that has no more is kept empty. */
export function removeIn(yaml: string, path: YamlPath): string {
  const document = parseDocument(yaml);
  const holder = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  if (isMap(holder)) return withoutItem(yaml, holder, pairOf(holder, key));
  if (isSeq(holder) && typeof key === 'number') return withoutItem(yaml, holder, holder.items[key]);
  return yaml;
}

function added(yaml: string, document: Document, path: YamlPath, value: unknown): string {
  const key = path.at(-1);
  const parent = path.slice(0, -1);
  const holder = parent.length === 0 ? document.contents : document.getIn(parent, true);
  if (!isMap(holder)) {
    if (parent.length === 0) return `${yaml}${yamlLines({ [String(key)]: value }).join('\n')}\n`;
    return setIn(yaml, parent, { [String(key)]: value });
  }
  if (holder.items.length === 0) return asBlock(yaml, holder, { [String(key)]: value });
  if (holder.flow) return inFlow(yaml, holder, { ...holder.toJSON(), [String(key)]: value });
  const indent = columnOf(yaml, startOf(holder.items[0]));
  return withLines(yaml, holder, indent, { [String(key)]: value });
}

/** Writes a value in the place of an empty `[]` or `{}`, on the lines after its key. */
function asBlock(yaml: string, node: YAMLMap | YAMLSeq, value: unknown): string {
  const [start, end] = node.range ?? [yaml.length, yaml.length];
  const [before = ''] = /^ *(?:- +)*/u.exec(yaml.slice(lineStart(yaml, start))) ?? [];
  const indent = ' '.repeat(before.length + 2);
  const lines = yamlLines(value).map((line) => `\n${indent}${line}`);
  return spliced(yaml, start, end, lines.join('')).replace(/: +\n/u, ':\n');
}

/** Writes a map or list anew on its one line. */
function inFlow(yaml: string, node: YAMLMap | YAMLSeq, value: unknown): string {
  const [start, end] = node.range ?? [yaml.length, yaml.length];
  return spliced(yaml, start, end, yamlInFlow(value));
}

/** Inserts a part of a block after its last one. */
function withLines(yaml: string, block: YAMLMap | YAMLSeq, indent: number, value: unknown): string {
  const at = lineAfter(yaml, endOf(block) ?? yaml.length);
  const lines = yamlLines(value).map((line) => `${' '.repeat(indent)}${line}\n`);
  const before = at > 0 && yaml[at - 1] !== '\n' ? '\n' : '';
  return spliced(yaml, at, at, before + lines.join(''));
}

function withoutItem(yaml: string, holder: YAMLMap | YAMLSeq, item: unknown): string {
  const start = startOf(item);
  const end = endOf(item);
  if (start === undefined || end === undefined) return yaml;
  if (holder.flow) return inFlow(yaml, holder, withoutJson(holder, item));
  if (holder.items.length === 1) {
    const empty = isSeq(holder) ? '[]' : '{}';
    return spliced(yaml, holder.range?.[0] ?? start, end, empty);
  }
  const isFirst = isMap(holder) && holder.items[0] === item;
  // The first key of an entry is on the line of its dash, which stays.
  if (isFirst) return spliced(yaml, start, startOf(holder.items[1]) ?? end, '');
  return spliced(yaml, lineStart(yaml, start), lineAfter(yaml, end), '');
}

function withoutJson(holder: YAMLMap | YAMLSeq, item: unknown): unknown {
  if (isSeq(holder))
    return holder.toJSON().filter((_: unknown, at: number) => holder.items[at] !== item);
  const key = isPair(item) && isScalar(item.key) ? item.key.value : undefined;
  return Object.fromEntries(Object.entries(holder.toJSON()).filter(([name]) => name !== key));
}

function pairOf(map: YAMLMap, key: string | number | undefined): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function startOf(node: unknown): number | undefined {
  if (isPair(node)) return startOf(node.key);
  if (isMap(node) || isSeq(node)) return node.flow ? node.range?.[0] : startOf(node.items[0]);
  return isScalar(node) ? node.range?.[0] : undefined;
}

function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function columnOf(yaml: string, offset = 0): number {
  return offset - lineStart(yaml, offset);
}

function lineStart(yaml: string, offset: number): number {
  return yaml.lastIndexOf('\n', offset - 1) + 1;
}

function lineAfter(yaml: string, offset: number): number {
  if (offset > 0 && yaml[offset - 1] === '\n') return offset;
  const end = yaml.indexOf('\n', offset);
  return end < 0 ? yaml.length : end + 1;
}

function spliced(yaml: string, start: number, end: number, text: string): string {
  return yaml.slice(0, start) + text + yaml.slice(end);
}
