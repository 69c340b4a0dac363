/** An invitation as people write them, and what a person would pick from it. */
export interface Case {
  readonly title?: string;
  /** The location field. */
  readonly at?: string;
  /** The description, HTML or plain. */
  readonly text?: string;
  readonly conference?: readonly string[];
  readonly attachments?: readonly { url: string; title?: string; mimeType?: string }[];
  readonly joinHosts?: readonly string[];
  /** The link to join, and what it is if not a room. */
  readonly join?: string;
  readonly kind?: 'link' | 'registration' | 'chat' | 'stream';
  readonly agenda?: string;
  readonly place?: string;
}

const ZOOM = 'https://zoom.us/j/95550000001?pwd=QWxs.1';
const OTHER = 'https://us02web.zoom.us/j/85550000002?pwd=b3Ro';
const MEET = 'https://meet.google.com/abc-defg-hij';
const LFX = 'https://zoom-lfx.platform.linuxfoundation.org/meeting/95550000003?password=0f1e';
const DOC = 'https://docs.google.com/document/d/1aB-c_D/edit?usp=sharing';
const PAD = 'https://hackmd.io/Ab1_cD2-eF';
const a = (href: string, label = href) => `<a href="${href}">${label}</a>`;
const google = (to: string, host = 'www.google.com') =>
  `https://${host}/url?q=${encodeURIComponent(to)}&amp;sa=D&amp;source=calendar&amp;usg=AOv`;
const safe = (to: string) =>
  `https://nam11.safelinks.protection.outlook.com/?url=${encodeURIComponent(to)}&data=05%7C01&reserved=0`;

/** A room in each part of an invitation, by service. */
const rooms = [
  ZOOM,
  'https://example.zoom.us/my/some.one',
  'https://zoom.us/s/95550000001',
  'https://example.zoom.us/w/95550000001?tk=x',
  'https://app.zoom.us/wc/join/95550000001',
  'https://zoom.us/wc/95550000001/join',
  'https://example.zoomgov.com/j/1600000001',
  LFX,
  'https://example.webex.com/example/j.php?MTID=m0123456789abcdef',
  'https://example.webex.com/meet/some.one',
  'https://example.webex.com/join/room',
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_MDEy%40thread.v2/0?context=%7b%22Tid%22%3a%2201%22%7d',
  'https://teams.microsoft.com/meet/2345678901234?p=aBcDeF',
  'https://teams.live.com/meet/9345678901234?p=aBcD',
  'https://gov.teams.microsoft.us/l/meetup-join/19%3agcch%3ameeting_x/0',
  MEET,
  'https://meet.google.com/lookup/abcdefgh',
  'https://meet.jit.si/GroupWeekly',
  'https://jitsi.example.org:8443/weekly',
  'https://meet.example.org/weekly',
  'https://bbb.example.org/rooms/abc-def-ghi-jkl/join',
  'https://talks.example.org/b/ann-abc-def-ghi',
  'https://8x8.vc/example/weekly',
  'https://v.ringcentral.com/join/123456789',
  'https://meetings.ringcentral.com/j/1234567890',
  'https://global.gotomeeting.com/join/123456789',
  'https://meet.goto.com/123456789',
  'https://gotomeet.me/example',
  'https://chime.aws/1234567890',
  'https://bluejeans.com/123456789/1234',
  'https://whereby.com/example-weekly',
  'https://meet.proton.me/join/id-ABC123#pwd-xyz',
  'https://www.uberconference.com/room/example',
  'https://www.bigmarker.com/example/weekly-call',
  'https://meetings.conf.meetecho.com/interim/?group=0000',
  'https://app.slack.com/huddle/T0000/C0000',
];

/** Pages of the same services that don't open a room. */
const noRooms = [
  'https://zoom.us/meeting/95550000001/ics?icsToken=98tyKu',
  'https://example.zoom.us/u/kdAbCd',
  'https://zoom.us/rec/share/abc',
  'https://zoom.us/join',
  'https://support.zoom.us/hc/en-us/articles/201362033',
  'https://example.webex.com',
  'https://help.webex.com/join/x',
  'https://example.webex.com/example/globalcallin.php?MTID=t01',
  'https://dialin.teams.microsoft.com/01?id=2',
  'https://teams.microsoft.com/meetingOptions/?organizerId=1&tenantId=2',
  'https://aka.ms/JoinTeamsMeeting?omkt=en-US',
  'https://meet.google.com/tel/abc-defg-hij?pin=1',
  'https://chime.aws/dialinnumbers/',
  'https://zoom.us.example.org/j/95550000001',
];

export const CASES: Record<string, readonly Case[]> = {
  'a room in the place field': rooms.map((join) => ({ at: join, join })),
  'a room in the text': rooms.map((join) => ({
    text: `Weekly call.\n${join}\nAll are welcome.`,
    join,
  })),
  'a room as a link of its own words': rooms.map((join) => ({
    text: `<p>We meet ${a(join.replaceAll('&', '&amp;'), 'here')}, every week</p>`,
    join,
  })),
  'no room': noRooms.map((page) => ({ text: `Dial-in and help: ${page}` })),
  'a room beside pages of its service': noRooms.map((page) => ({
    text: `Add to your calendar: ${page}<br>Join the meeting<br>${ZOOM}`,
    join: ZOOM,
  })),

  wrappers: [
    { text: a(google(ZOOM)), join: ZOOM },
    { text: a(google(ZOOM, 'www.google.co.in'), ZOOM), join: ZOOM },
    { text: `Join: ${google(MEET, 'google.de').replaceAll('&amp;', '&')}`, join: MEET },
    { text: `Join <${safe(ZOOM)}>`, join: ZOOM },
    {
      text: a(safe(google(ZOOM).replaceAll('&amp;', '&')).replaceAll('&', '&amp;'), 'Join'),
      join: ZOOM,
    },
    { text: `https://urldefense.com/v3/__${ZOOM}__;!!Abc!x-y$`, join: ZOOM },
    {
      text: 'https://urldefense.com/v3/__https://meet.jit.si/Caf*C3*A9__;JSU!!Abc!x$',
      join: 'https://meet.jit.si/Caf%C3%A9',
    },
    {
      text: 'https://urldefense.proofpoint.com/v2/url?u=https-3A__zoom.us_j_95550000001-3Fpwd-3DQWxs.1&d=DwMF&c=x',
      join: ZOOM,
    },
    { text: `Notes: ${a(google(DOC), DOC)}`, agenda: DOC },
    { text: `https://meet.google.com/linkredirect?dest=${encodeURIComponent(ZOOM)}`, join: ZOOM },
  ],

  'where a link ends': [
    {
      text: `${a('https://zoom.us/j/95550000001')}Meeting ID: 955 5000 0001`,
      join: 'https://zoom.us/j/95550000001',
    },
    {
      text: 'Join https://zoom.us/j/95550000001Meeting ID: 955',
      join: 'https://zoom.us/j/95550000001',
    },
    { text: `会議（${ZOOM}）に参加`, join: ZOOM },
    { text: `会议链接：${ZOOM}。请准时参加`, join: ZOOM },
    { text: `参加:${MEET}参加してください`, join: MEET },
    { text: `Join (${ZOOM}), please.`, join: ZOOM },
    { text: `[Zoom](${ZOOM}) and [notes](${DOC})`, join: ZOOM, agenda: DOC },
    { text: `*${ZOOM}*`, join: ZOOM },
    { text: `"${ZOOM}"`, join: ZOOM },
    { text: `Join: ${ZOOM}!`, join: ZOOM },
    { text: `${a('https://zoom.us/j/95550000001')}?pwd=QWxs.1`, join: ZOOM },
  ],

  'how a link is typed': [
    { at: 'zoom.us/j/95550000001?pwd=QWxs.1', join: ZOOM },
    { text: 'Join: us02web.zoom.us/j/85550000002?pwd=b3Ro', join: OTHER },
    { at: 'meet.google.com/abc-defg-hij', join: MEET },
    { at: 'http://zoom.us/j/95550000001?pwd=QWxs.1', join: ZOOM },
    { at: 'HTTPS://ZOOM.US/j/95550000001?pwd=QWxs.1', join: ZOOM },
    { at: 'https://zoom.us/j/95550000001?pwd=QWxs.1&amp;x=y', join: `${ZOOM}&x=y` },
    {
      at: 'https://example.zoom.us/j/955?pwd=a&region=eu',
      join: 'https://example.zoom.us/j/955?pwd=a&region=eu',
    },
    {
      text: 'https://example.zoom.us/j/955?pwd=a&region=eu',
      join: 'https://example.zoom.us/j/955?pwd=a&region=eu',
    },
    { at: 'https://zoom.us/j/95550000001', text: `Passcode in the link: ${ZOOM}`, join: ZOOM },
  ],

  'which of several': [
    { at: ZOOM, text: `Join ${OTHER}`, join: ZOOM },
    { at: ZOOM, conference: [MEET], join: ZOOM },
    { text: `Join Zoom Meeting\n${ZOOM}`, conference: [MEET], join: ZOOM },
    { text: `Join: ${OTHER}`, conference: [ZOOM, MEET], join: ZOOM },
    { conference: [MEET], join: MEET },
    { conference: [MEET], text: `${MEET} or ${ZOOM}`, join: ZOOM },
    { text: `Meet: ${MEET}`, join: MEET },
    { conference: ['https://rooms.example.org/x'], join: 'https://rooms.example.org/x' },
    { text: `Find your local number: https://zoom.us/u/abc\nJoin: ${ZOOM}`, join: ZOOM },
    { text: `Old link: ${OTHER}\nNew link: ${ZOOM}`, join: ZOOM },
    { text: `${OTHER} (old, do not use)\n${ZOOM}`, join: ZOOM },
    { text: `<s>${a(OTHER)}</s><br>${a(ZOOM)}`, join: ZOOM },
    { text: `Backup: ${OTHER}. Join: ${ZOOM}`, join: ZOOM },
    { text: `If Zoom fails: ${OTHER}`, conference: [MEET], join: MEET },
    { text: `Cancelled: ${OTHER}<br>Instead: ${ZOOM}`, join: ZOOM },
    { text: `Backup: ${OTHER}`, join: OTHER },
    { text: `~~${OTHER}~~ no longer in use. Please use ${ZOOM} instead`, join: ZOOM },
    { text: `No Zoom this week (${OTHER} is cancelled), join us at ${MEET}`, join: MEET },
    { text: `${OTHER} (no longer used), now: ${ZOOM}`, join: ZOOM },
    {
      text: `We no longer meet at ${OTHER}`,
      conference: [`${MEET}?hs=122`],
      join: `${MEET}?hs=122`,
    },
    { text: `${MEET} or ${ZOOM}`, conference: [`${MEET}?hs=122`], join: ZOOM },
    { text: `This new room replaces the old one: ${ZOOM}\nOr by phone: ${OTHER}`, join: ZOOM },
    { text: `Slack: https://kubernetes.slack.com/archives/C1\nZoom: ${ZOOM}`, join: ZOOM },
    { text: `Register: https://zoom.us/webinar/register/WN_x\nZoom: ${ZOOM}`, join: ZOOM },
  ],

  'hosts that nobody knows': [
    {
      text: 'Join the meeting: https://talk.example.org/r/1',
      join: 'https://talk.example.org/r/1',
      kind: 'link',
    },
    {
      text: a('https://go.example.org/weekly', 'Join the call'),
      join: 'https://go.example.org/weekly',
      kind: 'link',
    },
    {
      text: 'Meeting: https://go.example.org/weekly',
      join: 'https://go.example.org/weekly',
      kind: 'link',
    },
    { at: 'https://go.example.org/weekly', join: 'https://go.example.org/weekly', kind: 'link' },
    { text: 'Join: https://aka.ms/group-weekly', join: 'https://aka.ms/group-weekly' },
    {
      text: 'Join: https://go.example.org/weekly',
      conference: [MEET],
      join: 'https://go.example.org/weekly',
      kind: 'link',
    },
    { text: 'Join our mailing list: https://example.org/list' },
    { text: 'Join the Slack: https://slack.example.org' },
    { text: 'About us: https://example.org. All are welcome.' },
    { text: 'Weekly meeting of the group. https://example.org/group' },
    {
      text: 'Join: https://vc.example.org/x',
      joinHosts: ['vc.example.org'],
      join: 'https://vc.example.org/x',
    },
    {
      text: 'https://vc.example.org/x',
      joinHosts: ['example.org'],
      join: 'https://vc.example.org/x',
    },
  ],

  'registration, chat and stream': [
    {
      text: 'Register: https://zoom.us/webinar/register/WN_x',
      join: 'https://zoom.us/webinar/register/WN_x',
      kind: 'registration',
    },
    {
      text: 'https://zoom.us/meeting/register/tJ1',
      join: 'https://zoom.us/meeting/register/tJ1',
      kind: 'registration',
    },
    {
      text: 'RSVP at https://example.org/rsvp',
      join: 'https://example.org/rsvp',
      kind: 'registration',
    },
    {
      text: 'Please register: https://forms.gle/abc',
      join: 'https://forms.gle/abc',
      kind: 'registration',
    },
    { text: 'Sign up to present: https://forms.gle/abc' },
    {
      at: 'https://kubernetes.slack.com/archives/C1',
      join: 'https://kubernetes.slack.com/archives/C1',
      kind: 'chat',
    },
    {
      text: 'We meet on Discord: https://discord.gg/abc',
      join: 'https://discord.gg/abc',
      kind: 'chat',
    },
    {
      text: 'Watch live: https://www.youtube.com/watch?v=1',
      join: 'https://www.youtube.com/watch?v=1',
      kind: 'stream',
    },
    { text: 'Recordings: https://www.youtube.com/playlist?list=PL1' },
    { text: 'Video of the last one: https://youtu.be/1' },
  ],

  agenda: [
    { text: `Agenda: ${DOC}`, agenda: DOC },
    { text: `<b>Agenda</b><br>${a(DOC)}`, agenda: DOC },
    { text: a(DOC, 'Meeting notes'), agenda: DOC },
    { text: `Design: ${PAD}\nNotes: ${DOC}`, agenda: DOC },
    { text: `Roadmap: ${PAD}\nAgenda and notes: ${DOC}`, agenda: DOC },
    { text: `Notes from the last meeting: ${PAD}\nAgenda: ${DOC}`, agenda: DOC },
    {
      text: 'Agenda: https://github.com/example/group/issues/7',
      agenda: 'https://github.com/example/group/issues/7',
    },
    {
      text: 'Minutes are in https://github.com/example/group/blob/main/meetings/README.md',
      agenda: 'https://github.com/example/group/blob/main/meetings/README.md',
    },
    { text: 'See https://github.com/example/group/issues/7' },
    { text: 'Agenda: https://example.org/wiki/weekly', agenda: 'https://example.org/wiki/weekly' },
    { text: 'https://notes.example.org/weekly', agenda: 'https://notes.example.org/weekly' },
    {
      text: 'https://example.atlassian.net/wiki/spaces/G/pages/1',
      agenda: 'https://example.atlassian.net/wiki/spaces/G/pages/1',
    },
    { text: PAD, agenda: PAD },
    {
      text: 'https://etherpad.opendev.org/p/weekly',
      agenda: 'https://etherpad.opendev.org/p/weekly',
    },
    { text: `議事録：${DOC}`, agenda: DOC },
    { text: `Protokoll: ${PAD}`, agenda: PAD },
    { at: DOC, agenda: DOC },
    {
      attachments: [
        { url: DOC, title: 'Weekly', mimeType: 'application/vnd.google-apps.document' },
      ],
      agenda: DOC,
    },
    { text: PAD, attachments: [{ url: DOC, title: 'Agenda' }], agenda: DOC },
    { attachments: [{ url: DOC, title: 'Weekly – 2026/12/02 – Transcript' }] },
    {
      attachments: [
        {
          url: 'https://drive.google.com/file/d/1/view',
          title: 'Weekly – Recording',
          mimeType: 'video/mp4',
        },
      ],
    },
    { text: 'Agenda: https://docs.google.com/spreadsheets/d/1/edit' },
    { text: 'Form: https://docs.google.com/forms/d/e/1/viewform' },
    { text: 'Folder: https://drive.google.com/drive/folders/1' },
    { text: 'Recordings and notes: https://drive.google.com/drive/folders/1' },
    { text: `Agenda and Zoom: ${ZOOM}`, join: ZOOM },
    { text: 'Agenda:\n- Review https://github.com/example/group/pull/12\n- Plans' },
    { text: 'Agenda:\n1. https://github.com/example/group/issues/12\n2. Plans' },
    { text: `Zoom: ${ZOOM} | Notes: ${DOC}`, join: ZOOM, agenda: DOC },
    {
      text: `<ul><li>Zoom: ${a(ZOOM)}</li><li>Agenda: ${a(DOC)}</li></ul>`,
      join: ZOOM,
      agenda: DOC,
    },
    { text: `Charter: ${DOC}` },
  ],

  place: [
    { at: 'Building b.hall/2', place: 'Building b.hall/2' },
    { at: '#storage on Zulip', place: '#storage on Zulip' },
    { at: 'Room 4', place: 'Room 4' },
    { at: `Room 4 / ${ZOOM}`, join: ZOOM, place: 'Room 4' },
    { at: `Zoom: ${ZOOM}`, join: ZOOM },
    { at: 'Zoom', place: 'Zoom' },
    { at: 'Zoom', text: `Join: ${ZOOM}`, join: ZOOM },
    { at: 'Online (see below)', text: ZOOM, join: ZOOM },
    { at: `${ZOOM} (Passcode: 77)`, join: ZOOM, place: '(Passcode: 77)' },
    {
      at: 'Amsterdam, Europaplein 24',
      conference: [MEET],
      join: MEET,
      place: 'Amsterdam, Europaplein 24',
    },
    { at: 'https://maps.google.com/?q=x' },
  ],

  'whole invitations': [
    {
      text: `You have been invited to a recurring meeting for the group\n\nWays to join meeting:\n\n1. Join from PC, Mac, iPad, or Android\n\n${LFX}\n\n2. Join via audio\n\nOne tap mobile:\nUS: +12532158782,,95550000003#\n\nOr dial:\nUS: +1 253 215 8782\nMeeting ID: 95550000003\n\nInternational numbers: https://zoom.us/u/alwnPIaVT`,
      join: LFX,
    },
    {
      text: `Someone is inviting you to a scheduled Zoom meeting.<br><br>Topic: Weekly<br>Please download and import the following iCalendar (.ics) files to your calendar system.<br>Weekly: ${a('https://zoom.us/meeting/tJ/ics?icsToken=98')}<br><br>Join Zoom Meeting<br>${a(ZOOM)}<br><br>Meeting ID: 955 5000 0001<br>Find your local number: ${a('https://zoom.us/u/kd')}`,
      join: ZOOM,
    },
    {
      text: `________________<br>Microsoft Teams ${a('https://aka.ms/JoinTeamsMeeting?omkt=en-US', 'Need help?')}<br>${a('https://teams.microsoft.com/l/meetup-join/19%3ameeting_A/0', 'Join the meeting now')}<br>Meeting ID: 234 567<br>Dial in by phone<br>${a('https://dialin.teams.microsoft.com/8?id=9', 'Find a local number')}<br>For organizers: ${a('https://teams.microsoft.com/meetingOptions/?x=1', 'Meeting options')}`,
      join: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_A/0',
    },
    {
      text: 'Microsoft Teams meeting\nJoin on your computer, mobile app or room device\nClick here to join the meeting<https://teams.microsoft.com/l/meetup-join/19%3ameeting_A/0>\nLearn More<https://aka.ms/JoinTeamsMeeting> | Meeting options<https://teams.microsoft.com/meetingOptions/?x=1>',
      join: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_A/0',
    },
    {
      text: 'Join meeting\nhttps://example.webex.com/example/j.php?MTID=m01\nJoin by phone\n+1-650-479-3208\nGlobal call-in numbers\nhttps://example.webex.com/example/globalcallin.php?MTID=t01\nNeed help? Go to https://help.webex.com',
      join: 'https://example.webex.com/example/j.php?MTID=m01',
    },
    {
      at: 'https://zoom.us/j/95550000001',
      text: `Meeting notes: ${a(google(DOC), DOC)}<br>Recordings: ${a('https://www.youtube.com/playlist?list=PL1')}<br>Slack: ${a('https://kubernetes.slack.com/messages/x', '#x')}<br>Mailing list: ${a('https://groups.google.com/g/x')}<br>Charter: ${a(PAD)}`,
      join: 'https://zoom.us/j/95550000001',
      agenda: DOC,
    },
    {
      text: `<p>${a(ZOOM, 'Zoom')} | ${a(DOC, 'Agenda')} | ${a('https://youtu.be/1', 'Recordings')}</p>`,
      join: ZOOM,
      agenda: DOC,
    },
    {
      text: `Please add your topics to the agenda at https://github.com/example/group/discussions/9, and join at https://bit.ly/weekly`,
      join: 'https://bit.ly/weekly',
      kind: 'link',
      agenda: 'https://github.com/example/group/discussions/9',
    },
    { text: 'https://bit.ly/weekly (Zoom link)', join: 'https://bit.ly/weekly', kind: 'link' },
    { text: `${PAD} (charter)\n${DOC} (agenda)`, agenda: DOC },
    {
      text: `-::~:~::-\nJoin with Google Meet: ${MEET}\nOr dial: (US) +1 1 PIN: 1#\nMore phone numbers: https://tel.meet/abc-defg-hij?pin=1&hs=7\n\nLearn more about Meet at: https://support.google.com/a/users/answer/9282720\n-::~:~::-`,
      join: MEET,
    },
    {
      at: '#t-compiler on Zulip',
      text: 'Topic: https://example.zulipchat.com/#narrow/stream/1',
      join: 'https://example.zulipchat.com/#narrow/stream/1',
      kind: 'chat',
      place: '#t-compiler on Zulip',
    },
    {
      text: `Zoom: ${ZOOM}\nLive stream: https://www.youtube.com/watch?v=1\nNotes (please fill in before): ${PAD}`,
      join: ZOOM,
      agenda: PAD,
    },
    {
      text: `When: every other Wednesday\nWhere: ${ZOOM}\nWhat: ${DOC}\nWho: everyone, see https://example.org/coc`,
      join: ZOOM,
      agenda: DOC,
    },
    { text: `Agenda: ${DOC}\nSame room as last week`, conference: [MEET], join: MEET, agenda: DOC },
    {
      text: `The alternating APAC call is at ${OTHER}. This one: ${ZOOM}`,
      join: ZOOM,
    },
    {
      text: `Réunion : ${OTHER}\nCompte-rendu : ${PAD}`,
      join: OTHER,
      agenda: PAD,
    },
  ],

  'hostile addresses': [
    { at: 'javascript:alert(1)', place: 'javascript:alert(1)' },
    { at: 'https://zoom.us@example.org/j/95550000001' },
    { at: 'https://user:secret@zoom.us/j/95550000001' },
    { at: 'https://zoom.us.example.org/j/95550000001' },
    { at: 'https://meet.google.com.example.org/abc-defg-hij' },
    { at: `https://zoom.us/j/1?x=${'1'.repeat(10_000)}` },
    { text: a('javascript:alert(1)', 'Join') },
    { text: a('data:text/html,x', 'Join') },
    { text: `${a(`https://example.org/x`, 'Talk ')}`.repeat(200) + ZOOM, join: ZOOM },
  ],
};
