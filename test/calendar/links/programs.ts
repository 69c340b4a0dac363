import type { Case } from './invitations.ts';

/** Words of Zoom's invitation: who invites, how to join, number, passcode, phones. */
const zoomWords = {
  en: [
    'Ann is inviting you to a scheduled Zoom meeting.',
    'Join Zoom Meeting',
    'Meeting ID',
    'Passcode',
    'Find your local number',
  ],
  de: [
    'Ann lädt Sie zu einem geplanten Zoom-Meeting ein.',
    'Zoom-Meeting beitreten',
    'Meeting-ID',
    'Kenncode',
    'Ortseinwahl suchen',
  ],
  fr: [
    'Ann vous invite à une réunion Zoom planifiée.',
    'Participer à la réunion Zoom',
    'ID de réunion',
    'Code secret',
    'Trouvez votre numéro local',
  ],
  es: [
    'Ann le está invitando a una reunión de Zoom programada.',
    'Unirse a la reunión Zoom',
    'ID de reunión',
    'Código de acceso',
    'Encuentre su número local',
  ],
  pt: [
    'Ann está convidando você para uma reunião Zoom agendada.',
    'Entrar na reunião Zoom',
    'ID da reunião',
    'Senha',
    'Localizar seu número local',
  ],
  it: [
    'Ann ti sta invitando a una riunione pianificata in Zoom.',
    'Entra nella riunione in Zoom',
    'ID riunione',
    'Passcode',
    'Trova il tuo numero locale',
  ],
  pl: [
    'Ann zaprasza Cię na zaplanowane spotkanie Zoom.',
    'Dołącz do spotkania Zoom',
    'Identyfikator spotkania',
    'Kod dostępu',
    'Znajdź swój numer lokalny',
  ],
  ru: [
    'Ann приглашает вас на запланированную конференцию: Zoom.',
    'Войти Zoom Конференция',
    'Идентификатор конференции',
    'Код доступа',
    'Найти ваш местный номер',
  ],
  zh: [
    'Ann 邀请您参加预先安排的 Zoom 会议。',
    '加入 Zoom 会议',
    '会议号',
    '密码',
    '查找您的本地号码',
  ],
  ja: [
    'Annさんがあなたを予約されたZoomミーティングに招待しています。',
    'Zoomミーティングに参加する',
    'ミーティングID',
    'パスコード',
    '市内番号を検索',
  ],
  ko: [
    'Ann님이 예약된 Zoom 회의에 귀하를 초대합니다.',
    'Zoom 회의 참가',
    '회의 ID',
    '암호',
    '현지 번호 찾기',
  ],
} as const;

/** Words of the invitation that Teams adds: how to join, get the app, the web, phones, options. */
const teamsWords = {
  en: [
    'Click here to join the meeting',
    'Download Teams',
    'Join on the web',
    'Find a local number',
    'Meeting options',
  ],
  de: [
    'Klicken Sie hier, um an der Besprechung teilzunehmen',
    'Teams herunterladen',
    'Im Web beitreten',
    'Lokale Nummer suchen',
    'Besprechungsoptionen',
  ],
  fr: [
    'Cliquez ici pour rejoindre la réunion',
    'Télécharger Teams',
    'Rejoindre sur le web',
    'Rechercher un numéro local',
    'Options de réunion',
  ],
  es: [
    'Haga clic aquí para unirse a la reunión',
    'Descargar Teams',
    'Unirse en la web',
    'Buscar un número local',
    'Opciones de reunión',
  ],
  nl: [
    'Klik hier om deel te nemen aan de vergadering',
    'Teams downloaden',
    'Deelnemen op internet',
    'Een lokaal nummer zoeken',
    'Opties voor vergadering',
  ],
  ja: [
    'ここをクリックして会議に参加してください',
    'Teams のダウンロード',
    'Web で参加',
    '市内番号を検索する',
    '会議のオプション',
  ],
} as const;

const ROOM = 'https://us02web.zoom.us/j/95550000101?pwd=QWxs.1';
const TEAMS =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_NzEx%40thread.v2/0?context=%7b%22Tid%22%3a%2201%22%2c%22Oid%22%3a%2202%22%7d';
const WEBEX = 'https://example.webex.com/example/j.php?MTID=m0001';
const LFX = 'https://zoom-lfx.platform.linuxfoundation.org/meeting/96660000001?password=aa-01';
const DOC = 'https://docs.google.com/document/d/1DocAbC/edit';

function zoom([invites, join, id, code, phones]: (typeof zoomWords)[keyof typeof zoomWords]) {
  return `${invites}

Weekly: https://us02web.zoom.us/meeting/tZUlcOmo/ics?icsToken=98ty

${join}
${ROOM}

${id}: 955 5000 0101
${code}: 778812

+13052241968,,95550000101#,,,,*778812# US
${phones}: https://us02web.zoom.us/u/kdAbC`;
}

function teams(
  words: (typeof teamsWords)[keyof typeof teamsWords],
  link: (href: string, label: string) => string,
) {
  const [join, app, web, phones, options] = words;
  return [
    '________________________________________________________________',
    link(TEAMS, join),
    `${link('https://www.microsoft.com/en-us/microsoft-teams/download-app', app)} | ${link('https://www.microsoft.com/microsoft-teams/join-a-meeting', web)}`,
    link('https://dialin.teams.microsoft.com/00?id=70070070', phones),
    `${link('https://aka.ms/JoinTeamsMeeting', '?')} | ${link('https://teams.microsoft.com/meetingOptions/?organizerId=5&tenantId=0', options)}`,
  ];
}

const outlook = (href: string, label: string) => `${label}<${href}>`;
const anchor = (href: string, label: string) =>
  `<a href="${href.replaceAll('&', '&amp;')}" target="_blank">${label}</a>`;

/** Invitations as programs write them. */
export const PROGRAMS: Record<string, readonly Case[]> = {
  'an invitation of Zoom': Object.values(zoomWords).flatMap((words) => [
    { text: zoom(words), join: ROOM },
    { text: `Agenda: ${DOC}\n\n${zoom(words)}`, join: ROOM, agenda: DOC },
  ]),
  'an invitation of Teams': Object.values(teamsWords).flatMap((words) => [
    { text: teams(words, outlook).join('\n'), at: 'Microsoft Teams Meeting', join: TEAMS },
    { text: `<div>${teams(words, anchor).join('</div><div>')}</div>`, join: TEAMS },
  ]),
  'other programs': [
    {
      text: `Join meeting\n${WEBEX}\n\nDial 25500000001@example.webex.com\nGlobal call-in numbers\nhttps://example.webex.com/example/globalcallin.php?MTID=mf\n\nNeed help? Go to https://help.webex.com`,
      at: 'https://example.webex.com/example',
      join: WEBEX,
    },
    {
      text: `Ways to join meeting:\n\n1. Join from PC, Mac, iPad, or Android\n\n${LFX}\n\n2. Join via audio\n\nInternational numbers: https://zoom.us/u/alAbC`,
      join: LFX,
    },
    {
      text: `See all our meetings: https://zoom-lfx.platform.linuxfoundation.org/meetings/example?view=month\nJoin this one: ${LFX}`,
      join: LFX,
    },
    {
      text: `Join Meeting: ${LFX}\nRegister for the series: ${LFX}&invite=true`,
      join: LFX,
    },
    {
      text: 'To join the meeting on the web, click this link: https://meet.jit.si/Weekly\n\nSee meeting dial-in numbers: https://meet.jit.si/static/dialInInfo.html?room=Weekly',
      join: 'https://meet.jit.si/Weekly',
    },
    {
      text: '-::~:~::~:~::-\nJoin with Google Meet: https://meet.google.com/aaa-bbbb-ccg\nMore phone numbers: https://tel.meet/aaa-bbbb-ccg?pin=1\n\nLearn more about Meet at: https://support.google.com/a/users/answer/9282720\n-::~:~::~:~::-',
      join: 'https://meet.google.com/aaa-bbbb-ccg',
    },
  ],
};
