import { githubUrl } from '../group/lookup.ts';
import type { When } from '../group/schema.ts';
import { bold, join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { ruleWords } from '../messages/rule-words.ts';
import type { Difference, GroupFact, MeetingLink } from './difference.ts';

const LINKS: Readonly<Record<MeetingLink, string>> = {
  join: 'meeting link',
  agenda: 'notes',
  recordings: 'recordings',
};

const FACTS: Readonly<Record<GroupFact, string>> = {
  channel: 'Slack channel',
  'mailing list': 'Mailing list',
  calendar: 'Calendar',
  playlist: 'Recordings',
  liaison: 'Liaison of the steering committee',
  SIGs: 'Stakeholder SIGs',
};

/** One difference as a line: what is published, and what the bot says so far. */
export function differenceWords(difference: Difference): Mrkdwn {
  switch (difference.kind) {
    case 'not listed':
      return notListed(difference.archive);
    case 'listed again':
      return md`The group is listed in sigs.yaml. The group file says that it is retired`;
    case 'page gone':
      return md`The ${link(difference.page, 'page of the group')} is gone`;
    case 'time':
      return twoWords(
        md`${bold(difference.meeting)}, time`,
        rule(difference.published),
        rule(difference.file),
      );
    case 'meeting link':
      return twoWords(
        md`${bold(difference.meeting)}, ${LINKS[difference.link]}`,
        address(difference.published),
        address(difference.file),
      );
    case 'new meeting':
      return md`New meeting: ${bold(difference.meeting)}, ${rule(difference.published) ?? md`without a time`}`;
    case 'meeting gone':
      return md`${bold(difference.meeting)} is no longer published`;
    case 'group fact':
      return factWords(difference);
    case 'new lead':
      return md`New ${difference.role}: ${person(difference)}`;
    case 'lead gone':
      return md`${person(difference)} is no longer a lead`;
    case 'role':
      return md`${person(difference)} is now a ${difference.role}`;
    case 'workstream':
      return twoWords(
        md`${bold(difference.name)}, document`,
        address(difference.published),
        address(difference.file),
      );
    case 'calendar time':
      return md`${bold(difference.meeting)}: the calendar has it on ${difference.calendar}, the page says ${rule(difference.published) ?? md``}`;
    case 'calendar link':
      return md`${bold(difference.meeting)}: the calendar has ${address(difference.calendar) ?? md``}, the page has ${address(difference.published) ?? md``}`;
    case 'dead link':
      return md`Dead link (${difference.status}): ${link(difference.url, difference.what)}`;
  }
}

function notListed(archive: string | undefined): Mrkdwn {
  const said = md`The group is no longer in sigs.yaml: it was archived or renamed`;
  return archive === undefined ? said : md`${said}. ${link(archive, 'Its page is in the archive')}`;
}

function factWords({ fact, file, published }: Extract<Difference, { kind: 'group fact' }>): Mrkdwn {
  const isLink = fact === 'playlist' || fact === 'mailing list';
  const shown = (said: string | undefined) =>
    isLink ? address(said) : said === undefined ? undefined : md`${said}`;
  return twoWords(bold(FACTS[fact]), shown(published), shown(file));
}

function twoWords(about: Mrkdwn, published: Mrkdwn | undefined, file: Mrkdwn | undefined): Mrkdwn {
  const before = file === undefined ? md`the bot knows none` : md`the bot says ${file}`;
  return md`${about}: ${published ?? md`not published`}. So far ${before}`;
}

function rule(when: When | undefined): Mrkdwn | undefined {
  if (when === undefined) return undefined;
  const anchor = when.kind === 'weekly' ? when.anchor : undefined;
  return anchor === undefined ? md`${ruleWords(when)}` : md`${ruleWords(when)}, from ${anchor}`;
}

/** A link with itself as its label, without what only programs read. */
function address(url: string | undefined): Mrkdwn | undefined {
  return url === undefined ? undefined : link(url, url.replace(/^https:\/\/(?:www\.)?/u, ''));
}

function person({ name, github }: { readonly name: string; readonly github: string }): Mrkdwn {
  return join([md`${name}`, md`(${link(githubUrl(github), github)})`], ' ');
}
