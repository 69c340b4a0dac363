import type { Case } from './invitations.ts';

const NEW = 'https://zoom.us/j/95550004002';
const OLD = 'https://zoom.us/j/95550004001';
const MEET = 'https://meet.google.com/sss-tttt-uuu';
const UNKNOWN = 'https://rooms.example.org/weekly';
const PAGE = 'https://www.example.org/about';
const WIKI = 'https://cloud.example.org/x/AbC';
const DOC = 'https://docs.google.com/document/d/1DocAbC/edit';
const OTHER_DOC = 'https://docs.google.com/document/d/1OtherAbC/edit';

const wrapped = (target: string) =>
  `https://www.google.com/url?q=${encodeURIComponent(target)}&sa=D&source=calendar`;
const safe = (target: string) =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(target)}&data=05&reserved=0`;

/** Two rooms, and words that tell which of them counts. */
const better = [
  'Old link (do not use): {old}\nNew link: {new}',
  'New link: {new}\nOld link: {old}',
  'Previously: {old}\nNow: {new}',
  'Zoom (deprecated): {old}\nZoom: {new}',
  'DO NOT USE {old}\nUSE {new}',
  '{old} (expired)\n{new}',
  '{old} does not work any more.\nJoin {new}',
  'The link {old} is no longer valid. Please use {new} from now on.',
  'UPDATE: we moved from {old} to {new}',
  'Instead of {old} please use {new}',
  'Please join {new} instead of {old}',
  'This room replaces {old} : {new}',
  'Room change: {old} -> {new}',
  'Room change: {old} → {new}',
  'Backup (if Zoom is down): {old}\nMain: {new}',
  'Zoom: {new}\nBackup: {old}',
  'Test your setup in {old} beforehand.\nMeeting: {new}',
  'Panelists: {old}\nAttendees: {new}',
  'Host start link: {old}\nAttendees: {new}',
  'Join: {new}\nHosts: {old}',
  'Alter Link: {old}\nNeuer Link: {new}',
  '{old} (nicht mehr gültig)\n{new}',
  'Statt {old} bitte {new} verwenden',
  'Ancien lien : {old}\nNouveau lien : {new}',
  'Enlace antiguo: {old}\nEnlace nuevo: {new}',
  'Vecchio link: {old}\nNuovo link: {new}',
  'Старая ссылка: {old}\nНовая ссылка: {new}',
  '旧链接：{old}\n新链接：{new}',
  '旧URL：{old}\n新URL：{new}',
  '이전 링크: {old}\n새 링크: {new}',
  '{old} has been replaced by {new}',
  '{old} - replaced with {new}',
  '{old} is superseded by {new}',
  'The link was changed to {new} from {old}',
  'For speakers: {old}\nFor the audience: {new}',
  'Ersatzraum, falls Zoom ausfällt: {old}\nZoom: {new}',
  '{old} n’est plus valable\n{new}',
  'Lien de secours : {old}\nLien : {new}',
  'Ya no usamos {old}. Ahora: {new}',
  'Enlace de respaldo: {old}\nEnlace: {new}',
  'Link antigo: {old}\nLink novo: {new}',
  'Oude link: {old}\nNieuwe link: {new}',
  'Stary link: {old}\nNowy link: {new}',
  '{old}（使用不可）\n{new}',
  '{old}（已失效）\n{new}',
  '主会议：{new}\n备用会议：{old}',
  '<p><b>Old meeting link</b></p><p>{old}</p><p><b>New meeting link</b></p><p>{new}</p>',
  '<s>{old}</s> {new}',
  '<strike>Join {old}</strike><br>Join {new}',
  '<del><a href="{old}">Zoom</a></del><br><a href="{new}">Zoom</a>',
  '<span style="text-decoration: line-through">{old}</span><br>{new}',
  '<a style="text-decoration:line-through" href="{old}">Zoom</a> <a href="{new}">Zoom</a>',
  '~~{old}~~ {new}',
  '~~Zoom: {old}~~\nZoom: {new}',
  '~~[Zoom]({old})~~ [Zoom]({new})',
  'New room for today: {new}\n\nOn Mon, Nov 2, 2026 Ann <ann@example.org> wrote:\n> Join us at {old}',
  'Use {new}\n\nFrom: Ann <ann@example.org>\nSent: Monday\nSubject: RE: Weekly\n\nJoin at {old}',
];

/** Words by which a link on a host that the bot doesn't know is a room. */
const joining = [
  'Join the meeting: {link}',
  '<a href="{link}">Join the meeting</a>',
  'Video call: {link}',
  'VC: {link}',
  'Where: {link}',
  'Hop on at {link}',
  'Link zur Videokonferenz: {link}',
  'Raum: {link}',
  'Hier geht es zum Meeting: {link}',
  'Einwahl über {link}',
  'Wir treffen uns online unter {link}',
  'Lien de la visioconférence : {link}',
  'Salle virtuelle : {link}',
  'Pour se connecter : {link}',
  'Enlace de la reunión: {link}',
  'Sala: {link}',
  'Link da reunião: {link}',
  'Link per partecipare: {link}',
  'Collegamento alla riunione: {link}',
  'Deelnemen: {link}',
  'Vergaderlink: {link}',
  'Link do spotkania: {link}',
  'Dołącz: {link}',
  'Ссылка на встречу: {link}',
  'Подключиться: {link}',
  '会议地址：{link}',
  '入会链接：{link}',
  '直播会议室：{link}',
  '会議URL：{link}',
  '参加リンク：{link}',
  '회의 링크: {link}',
  '참여 링크: {link}',
];

const notJoining = [
  'Read more on {link}',
  'Documentation: {link}',
  'Take our survey: {link}',
  'Join our community at {link}',
  'Join the forum: {link}',
  'Become a member: {link}',
  'Newsletter abonnieren: {link}',
  'Plus d’infos : {link}',
  'Más información: {link}',
  '官网：{link}',
  '公式サイト：{link}',
  'List of all our calls: {link}',
  'Community calendar: {link}',
  'Roadmap: {link}',
  'Video of the last call: {link}',
  'Lien vers le site : {link}',
  'Enlace al proyecto: {link}',
];

const registering = [
  'Anmeldung: {link}',
  'Inscription : {link}',
  'Inscríbete aquí: {link}',
  'Inscreva-se: {link}',
  'Iscriviti: {link}',
  'Aanmelden: {link}',
  'Регистрация: {link}',
  '报名参加：{link}',
  '申し込み：{link}',
];

/** Words by which a page is the agenda. */
const agendas = [
  'Agenda:\n{doc}',
  '<h3>Meeting notes</h3><p>{doc}</p>',
  'Our minutes are <a href="{doc}">here</a>.',
  '{doc} (agenda)',
  'Please add your topics to the agenda at {doc} before Tuesday.',
  'Minutes: {doc} | Recordings: https://www.youtube.com/playlist?list=PL0001',
  'Notes: {doc}\nRecordings: https://drive.google.com/drive/folders/1Rec',
  '- [Agenda]({doc})\n- [Charter](https://example.org/c)',
  '**Agenda:** {doc}\n**Slack:** #weekly',
  '<table><tr><td>Charter</td><td><a href="https://example.org/c">link</a></td></tr><tr><td>Agenda</td><td><a href="{doc}">link</a></td></tr></table>',
  '| What | Where |\n|---|---|\n| Agenda | {doc} |',
  'Tagesordnung und Protokoll: {doc}',
  'Ordre du jour : {doc}',
  'Orden del día: {doc}',
  'Agenda i notatki: {doc}',
  'Повестка: {doc}',
  '会议议程：{doc}。',
  'アジェンダ：{doc}',
  '회의록: {doc}',
  '안건: {doc}',
  'Mitschrift: {doc}',
  'Compte-rendu : {doc}',
  'Verbale: {doc}',
  'Ordine del giorno: {doc}',
  'Porządek obrad: {doc}',
  'Ata da reunião: {doc}',
  '議事メモ：{doc}',
  '会议笔记：{doc}',
];

const between = (text: string, from: string, to: string): Case => ({
  text: text.replace('{old}', from).replace('{new}', to),
  join: to,
});
const about = (text: string, link: string) => text.replace('{link}', link).replace('{doc}', link);

export const WORDING: Record<string, readonly Case[]> = {
  'the better of two rooms': better.map((text) => between(text, OLD, NEW)),
  'a room on an unknown host': joining.map((text) => ({
    text: about(text, UNKNOWN),
    join: UNKNOWN,
    kind: 'link',
  })),
  'a page that is no room': notJoining.map((text) => ({ text: about(text, PAGE) })),
  'a page to register on': registering.map((text) => ({
    text: about(text, PAGE),
    join: PAGE,
    kind: 'registration',
  })),
  'a stream on an unknown host': ['Watch live: {link}', 'Livestream: {link}', '直播：{link}'].map(
    (text) => ({ text: about(text, UNKNOWN), join: UNKNOWN, kind: 'stream' }),
  ),
  'a page that is the agenda': agendas.map((text) => ({ text: about(text, WIKI), agenda: WIKI })),

  'the better of two documents': [
    { text: `Charter: ${OTHER_DOC}\nAgenda: ${DOC}`, agenda: DOC },
    { text: `Previous minutes: ${OTHER_DOC}\nAgenda: ${DOC}`, agenda: DOC },
    { text: `Meeting notes: ${DOC}\nArchived notes (2019-2024): ${OTHER_DOC}`, agenda: DOC },
    { text: `Old notes (until 2024): ${OTHER_DOC}\nNotes: ${DOC}`, agenda: DOC },
    { text: `<s>Agenda: ${OTHER_DOC}</s>\nAgenda: ${DOC}`, agenda: DOC },
    { text: `Propose agenda items: https://forms.gle/AbC1\nAgenda: ${DOC}`, agenda: DOC },
  ],

  'a link in the title': [
    { title: `Weekly ${NEW}`, join: NEW },
    { title: 'Weekly @ zoom.us/j/95550004002', join: NEW },
    { title: `Weekly — ${NEW}`, text: `Agenda: ${DOC}`, join: NEW, agenda: DOC },
    { title: `Weekly ${NEW}`, conference: [MEET], join: NEW },
    { title: 'Live: https://youtu.be/Abc0001', join: 'https://youtu.be/Abc0001', kind: 'stream' },
    { title: 'Weekly (https://example.org)', text: OLD, join: OLD },
    { title: 'Weekly https://github.com/example/example' },
    { title: 'Node.js/Deno sync' },
  ],

  'several rooms, one of them named in the title': [
    { title: 'Weekly (APAC)', text: `Americas/EMEA: ${OLD}\nAPAC: ${NEW}`, join: NEW },
    { title: 'Weekly - EMEA', text: `APAC: ${OLD}\nAmericas/EMEA: ${NEW}`, join: NEW },
    { title: 'Weekly (US/EU friendly)', text: `US/EU: ${NEW}\nAPAC: ${OLD}`, join: NEW },
    { title: 'Lark Docs subgroup', text: `Main: ${OLD}\nDocs: ${NEW}`, join: NEW },
    {
      title: 'Weekly, APAC edition',
      text: `<ul><li>EMEA: <a href="${OLD}">Zoom</a></li><li>APAC: <a href="${NEW}">Zoom</a></li></ul>`,
      join: NEW,
    },
    { title: 'Weekly', text: `Europe: ${NEW}\nAsia: ${OLD}`, join: NEW },
    { title: 'Weekly', text: `Join: ${NEW}\nSee also the release meeting: ${OLD}`, join: NEW },
    {
      title: 'Lark WG',
      text: `Zoom: ${NEW}\nThe Lark WG chairs continue afterwards in ${OLD}`,
      join: NEW,
    },
  ],

  'a host who is a person': [
    { text: `Hosted by Ann Example: ${NEW}`, conference: [MEET], join: NEW },
    { text: `Host: Ann Example, Zoom: ${NEW}`, conference: [MEET], join: NEW },
  ],

  'phone numbers': [
    { text: 'Dial in: https://tel.meet/sss-tttt-uuu?pin=1111' },
    { text: `Dial in: https://tel.meet/sss-tttt-uuu?pin=1\nJoin: ${NEW}`, join: NEW },
    { text: 'Dial in: https://zoom.us/u/abcdEf' },
  ],

  'wrappers around no page': [
    { text: `Join ${wrapped('javascript:alert(1)')}` },
    { text: `Join ${safe('mailto:ann@example.org')}` },
    { text: `Join ${wrapped('https://zoom.us@example.org/j/95550004001')}` },
  ],

  'BigBlueButton at the root of its host': [
    {
      text: 'Raum: https://lecture.senfcall.de/ann-abc-def-ghi',
      join: 'https://lecture.senfcall.de/ann-abc-def-ghi',
    },
  ],
};
