export interface Service {
  readonly hosts: readonly string[];
  /** Path, query and fragment of a room. A service's other pages are help, dial-in and files. */
  readonly room: RegExp;
}

/** The services whose rooms the bot knows by host and path. */
export const SERVICES: readonly Service[] = [
  {
    hosts: ['zoom.us', 'zoom.com', 'zoom.com.cn', 'zoomgov.com'],
    room: /^\/(?:[jws]\/\d|my\/[\w.-]|wc\/(?:join\/)?\d)/u,
  },
  { hosts: ['zoom-lfx.platform.linuxfoundation.org'], room: /^\/meeting\/\w/u },
  { hosts: ['app.lfx.dev'], room: /^\/meetings\/\d/u },
  {
    hosts: ['webex.com'],
    room: /^\/(?:[\w.-]+\/)?(?:j\.php|(?:meet|join|m)\/[\w.-])|^\/(?:wbxmjs\/joinservice|webappng)\/sites\/[\w.-]+\/(?:meeting|personalroom)\/|^\/webappng\/sites\/[\w.-]+\/dashboard\/pmr\//u,
  },
  {
    hosts: ['teams.microsoft.com', 'teams.microsoft.us', 'teams.live.com', 'teams.cloud.microsoft'],
    room: /^\/(?:l\/meetup-join|meet)\/[\w%]|^\/_?#\/l\/meetup-join\/|^\/dl\/launcher\/.*meetup-join/u,
  },
  {
    hosts: ['meet.google.com'],
    room: /^\/(?:_meet\/)?(?:[a-z]{3}-[a-z]{4}-[a-z]{3}(?![\w-])|lookup\/\w)/iu,
  },
  { hosts: ['g.co'], room: /^\/meet\/\w/u },
  { hosts: ['meet.jit.si'], room: /^\/(?!static\/)[^/?#]/u },
  { hosts: ['8x8.vc', 'meet.8x8.com'], room: /^\/[^/?#]/u },
  {
    hosts: ['ringcentral.com'],
    room: /^\/(?:join|j|w)\/[\w-]/u,
  },
  { hosts: ['gotomeeting.com'], room: /^\/(?:meeting\/)?join\/\d/u },
  { hosts: ['gotomeet.me', 'meet.goto.com'], room: /^\/\w/u },
  { hosts: ['app.goto.com'], room: /^\/meeting\/\w/u },
  { hosts: ['chime.aws'], room: /^\/(?:meetings\/)?\d/u },
  { hosts: ['bluejeans.com'], room: /^\/(?:\d{3}|(?:u|join|meet|play)\/\w|a2m\/live-event\/)/u },
  { hosts: ['whereby.com', 'appear.in'], room: /^\/(?!information|blog|user|org)[\w-]/u },
  { hosts: ['meet.proton.me'], room: /^\/[^/?#]/u },
  {
    hosts: ['uberconference.com', 'dialpad.com'],
    room: /^\/(?:(?:room|launch)\/)?(?!numbers|join|features|help|download)[\w-]/u,
  },
  { hosts: ['senfcall.de'], room: /^\/[a-z0-9]{3}(?:-[a-z0-9]{3}){2,3}(?:[/?#]|$)/u },
  { hosts: ['bigmarker.com'], room: /^\/[\w-]+\/[\w-]/u },
  { hosts: ['meetecho.com', 'meetecho.ietf.org'], room: /^\/(?:[\w-]|\?)/u },
  { hosts: ['slack.com'], room: /^\/huddle\/\w/u },
  { hosts: ['gather.town'], room: /^\/(?:app\/)?\w/u },
  { hosts: ['meet.element.io', 'call.element.io'], room: /^\/[^/?]/u },
];
