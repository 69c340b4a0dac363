import { Parser } from 'htmlparser2';
import { DateTime } from 'luxon';
import type { Video } from '../recordings/video.ts';

const ENTRY = ['feed', 'entry'];
const WANTED: Readonly<Record<string, 'id' | 'title' | 'published'>> = {
  'yt:videoId': 'id',
  title: 'title',
  published: 'published',
};

/**
 * The videos of a playlist's Atom feed, in its order; undefined if it is no feed, or not a whole one.
 * An entry holds the title twice, once for other applications in `media:group`.
 */
export function feedEntries(xml: string): Video[] | undefined {
  const videos: Video[] = [];
  const path: string[] = [];
  let entry = { id: '', title: '', published: '' };
  let isWhole = false;
  const parser = new Parser(
    {
      onopentag(name) {
        path.push(name);
        if (isAt(path, ENTRY)) entry = { id: '', title: '', published: '' };
      },
      ontext(text) {
        const wanted = isAt(path.slice(0, -1), ENTRY) ? WANTED[path.at(-1) ?? ''] : undefined;
        if (wanted !== undefined) entry[wanted] += text;
      },
      onclosetag(_, isImplied) {
        if (!isImplied && isAt(path, ENTRY)) videos.push(...videoOf(entry));
        if (!isImplied && isAt(path, ['feed'])) isWhole = true;
        path.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return isWhole ? videos : undefined;
}

function isAt(path: readonly string[], wanted: readonly string[]): boolean {
  return path.length === wanted.length && wanted.every((name, index) => path[index] === name);
}

function videoOf({ id, title, published }: Record<'id' | 'title' | 'published', string>): Video[] {
  if (!/^[\w-]{5,20}$/u.test(id.trim())) return [];
  const at = DateTime.fromISO(published.trim(), { zone: 'utc' });
  return [{ id: id.trim(), title: title.trim(), publishedAt: at.isValid ? at : undefined }];
}
