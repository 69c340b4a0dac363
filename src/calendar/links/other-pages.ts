import { isOn } from './address.ts';

/** The kind of an address that is neither a room nor a document. */
export type OtherPage = 'registration' | 'chat' | 'stream' | 'never';

interface Site {
  readonly page: OtherPage;
  readonly hosts: readonly string[];
  readonly path?: RegExp;
}

// The first match wins.
const SITES: readonly Site[] = [
  {
    page: 'registration',
    hosts: ['zoom.us', 'zoom.com', 'zoomgov.com', 'webex.com', 'ringcentral.com', 'bigmarker.com'],
    path: /\/register\b/u,
  },
  { page: 'registration', hosts: ['events.zoom.us', 'events.teams.microsoft.com'], path: /^\/\w/u },
  { page: 'registration', hosts: ['gotowebinar.com'], path: /\/(?:register|rt)\//u },
  { page: 'registration', hosts: ['connpass.com', 'doorkeeper.jp'], path: /^\/events?\/\d/u },
  { page: 'registration', hosts: ['meetup.com'], path: /\/events\/\d/u },
  { page: 'registration', hosts: ['community.cncf.io', 'linkedin.com'], path: /\/events?\// },
  {
    page: 'registration',
    hosts: ['lu.ma', 'luma.com', 'eventbrite.com', 'eventbrite.co.uk', 'eventbrite.de', 'ti.to'],
    path: /^\/\w/u,
  },
  { page: 'registration', hosts: ['crowdcast.io', 'airmeet.com', 'hopin.com'], path: /^\/\w/u },
  { page: 'chat', hosts: ['slack.com'], path: /^\/(?:archives|messages|client|app_redirect)\b/u },
  { page: 'chat', hosts: ['zulipchat.com', 'chat.zulip.org'] },
  { page: 'chat', hosts: ['matrix.to', 'app.element.io', 'gitter.im', 'app.gitter.im'] },
  { page: 'chat', hosts: ['discord.gg', 'discord.com'], path: /^\/(?!blog|developers)\w/u },
  { page: 'chat', hosts: ['web.libera.chat', 'webchat.oftc.net', 'webchat.freenode.net'] },
  { page: 'chat', hosts: ['kiwiirc.com', 't.me', 'chat.whatsapp.com', 'signal.group'] },
  { page: 'chat', hosts: ['chat.google.com'], path: /^\/(?:room|dm|u\/\d+)\b/u },
  {
    page: 'chat',
    hosts: ['teams.microsoft.com', 'teams.live.com'],
    path: /^\/l\/(?:chat|channel)\//u,
  },
  { page: 'stream', hosts: ['youtube.com'], path: /^\/(?:live\/|watch\b|.+\/live\b)/u },
  {
    page: 'stream',
    hosts: ['youtu.be', 'twitch.tv', 'stream.meet.google.com', 'live.bilibili.com'],
    path: /^\/\w/u,
  },
  { page: 'stream', hosts: ['linkedin.com'], path: /^\/video\// },
  { page: 'stream', hosts: ['vimeo.com', 'streamyard.com'], path: /^\/(?:event|watch)\//u },
  { page: 'never', hosts: ['youtube.com', 'linkedin.com', 'x.com', 'twitter.com', 'vimeo.com'] },
  // Conferences, which aren't group meetings.
  { page: 'never', hosts: ['events.linuxfoundation.org', 'sessionize.com'] },
  { page: 'never', hosts: ['groups.google.com', 'groups.io', 'calendar.google.com'] },
  { page: 'never', hosts: ['maps.google.com', 'maps.app.goo.gl', 'openstreetmap.org'] },
  { page: 'never', hosts: ['google.com', 'goo.gl'], path: /^\/(?:maps|calendar)\b/u },
  { page: 'never', hosts: ['aka.ms'], path: /^\/JoinTeamsMeeting\b/iu },
  { page: 'never', hosts: ['microsoft.com'] },
  // Phone numbers for Meet rooms.
  { page: 'never', hosts: ['tel.meet'] },
  {
    page: 'never',
    hosts: ['timeanddate.com', 'worldtimebuddy.com', 'everytimezone.com', 'time.is'],
  },
];

const LIST_HOST = /^(?:lists?|mail|mailman)\./u;

/** The kind of page, judging by host and path; undefined if unknown. */
export function otherPageAt(url: URL): OtherPage | undefined {
  if (LIST_HOST.test(url.hostname)) return 'never';
  const path = url.pathname + url.search;
  return SITES.find(({ hosts, path: fits }) => isOn(url, hosts) && (fits?.test(path) ?? true))
    ?.page;
}
