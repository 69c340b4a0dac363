import type { Group } from '../group/schema.ts';
import { context } from './blocks.ts';
import type { Block } from './message.ts';
import { link, md } from './mrkdwn.ts';

/** Where an answer about the group itself comes from. */
export function groupSource({ name, page }: Pick<Group, 'name' | 'page'>): Block {
  if (page === undefined) return context(md`From what ${name} says of itself.`);
  return context(md`From the ${link(page, `page of ${name}`)}.`);
}
