import { join, link, type Mrkdwn, md } from './mrkdwn.ts';

const MARKDOWN_LINK = /\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/gu;

/** A text of the group file, in which `[label](https://…)` becomes a link. */
export function markdownLinks(text: string): Mrkdwn {
  const parts: Mrkdwn[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKDOWN_LINK)) {
    const [whole, label = '', url = ''] = match;
    parts.push(spaced(text.slice(from, match.index)), link(url, label));
    from = match.index + whole.length;
  }
  return join([...parts, spaced(text.slice(from))], '');
}

/** A template trims what it interpolates; here the spaces beside a link have to stay. */
function spaced(text: string): Mrkdwn {
  const before = text.startsWith(' ') ? md` ` : md``;
  const after = text.length > 1 && text.endsWith(' ') ? md` ` : md``;
  return md`${before}${text}${after}`;
}
