import type { DateTime } from 'luxon';
import { stands, type TimedMeeting } from '../calendar/meeting.ts';
import type { CalendarState } from '../calendar/snapshot.ts';
import { timelineOf } from '../calendar/timeline.ts';
import type { Steps } from '../concurrency/steps.ts';
import { UpstreamError } from '../errors.ts';
import type { Journal } from '../journal.ts';
import type { NotesReading, NotesSource, Proposals } from './ports.ts';
import { movedProposals, type Proposal } from './proposal.ts';
import { type Agenda, type AgendaRequest, readAgenda } from './read-agenda.ts';
import { videoIdsIn } from './video-links.ts';
import type { MeetingNames } from './whose-heading.ts';

// The agenda of a meeting that is near is read often: people write it on the last day.
const EVERY = { near: { minutes: 15 }, otherwise: { hours: 6 } };
const NEAR = { hours: 26 };
const AHEAD = { days: 15 };
const MAX_DOCUMENTS = 12;
// Until the meeting they are for is over.
const KEEP_PROPOSALS = { hours: 12 };

/** What is known of a meeting's agenda. `unknown`: its notes were not read, or say nothing clear. */
export type KnownAgenda =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'private' | 'not there'; readonly readAt: DateTime<true> }
  | (Exclude<Agenda, { kind: 'unclear' }> & { readonly readAt: DateTime<true> });

export interface AgendaBook {
  /** From memory. */
  of(meeting: Pick<TimedMeeting, 'id' | 'agendaLink'>): KnownAgenda;
  /** Whether a document can be read without signing in; undefined if it was not tried, or in vain. */
  isReadable(link: string): boolean | undefined;
  /** The videos that a document names. */
  videosIn(link: string | undefined): ReadonlySet<string>;
  proposals(): readonly Proposal[];
  /** Reads the documents whose time it is: those of meetings ahead, and `others`. */
  refresh(calendar: CalendarState, others: readonly string[], now: DateTime<true>): Promise<void>;
  add(proposal: Proposal, now: DateTime<true>): Promise<void>;
  setDone(id: string, done: boolean): Promise<void>;
  forget(userId: string): Promise<void>;
}

export interface AgendaTools {
  readonly zone: string;
  /** Names that may stand beside a date in the notes. */
  readonly names: Omit<MeetingNames, 'title'>;
  readonly source: NotesSource;
  readonly store: Proposals;
  readonly journal: Journal;
  inSlices<Result>(steps: Steps<Result>): Promise<Result>;
}

interface ReadDocument {
  readonly attemptedAt: DateTime<true>;
  /** The last reading that succeeded. */
  readonly reading: Exclude<NotesReading, { kind: 'text' }>['kind'] | 'text' | undefined;
  readonly readAt: DateTime<true>;
  readonly agendas: ReadonlyMap<string, Agenda>;
  readonly videos: ReadonlySet<string>;
}

const NO_VIDEOS: ReadonlySet<string> = new Set();

/** Keeps what the notes say of the meetings ahead, and what was proposed for them. */
export function agendaBook(tools: AgendaTools): AgendaBook {
  const { source, store, journal, inSlices } = tools;
  let documents: ReadonlyMap<string, ReadDocument> = new Map();
  let proposals: readonly Proposal[] = [];

  async function load(): Promise<void> {
    proposals = await store.all();
  }

  async function read(
    link: string,
    meetings: readonly TimedMeeting[],
    now: DateTime<true>,
  ): Promise<ReadDocument> {
    const before = documents.get(link);
    try {
      const reading = await source.read(link);
      if (reading.kind !== 'text') return documentOf(reading.kind, now);
      const agendas = new Map<string, Agenda>();
      for (const { id, title, start } of meetings) {
        const request: AgendaRequest = { title, start, zone: tools.zone, ...tools.names };
        agendas.set(id, await inSlices(readAgenda(reading.text, request, now)));
      }
      return { ...documentOf('text', now), agendas, videos: videoIdsIn(reading.text) };
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      journal.warn({ reason: error.message }, 'notes not read');
      return before ? { ...before, attemptedAt: now } : documentOf(undefined, now);
    }
  }

  return {
    of({ id, agendaLink }) {
      const document = agendaLink === undefined ? undefined : documents.get(agendaLink);
      return document === undefined ? { kind: 'unknown' } : knownAgenda(document, id);
    },

    isReadable(link) {
      const reading = documents.get(link)?.reading;
      return reading === 'text' ? true : reading === 'private' ? false : undefined;
    },

    videosIn: (link) => (link === undefined ? undefined : documents.get(link)?.videos) ?? NO_VIDEOS,

    proposals: () => proposals,

    async refresh(calendar, others, now) {
      await load();
      const meetings = calendar.kind === 'read' ? calendar.meetings : [];
      const moves = movedProposals(proposals, meetings, tools.zone);
      for (const { proposal, to } of moves) await store.move(proposal.id, to);
      await store.prune(now.minus(KEEP_PROPOSALS));
      if (proposals.length > 0) await load();
      const wanted = wantedDocuments(calendar, others, now);
      const kept = new Map([...documents].filter(([link]) => wanted.has(link)));
      for (const [link, meetings] of wanted) {
        const document = kept.get(link);
        if (document === undefined || isDue(document, meetings, now)) {
          kept.set(link, await read(link, meetings, now));
        }
      }
      documents = kept;
    },

    async add(proposal, now) {
      await store.add(proposal, now);
      await load();
    },

    async setDone(id, done) {
      await store.setDone(id, done);
      await load();
    },

    async forget(userId) {
      await store.forget(userId);
      await load();
    },
  };
}

function documentOf(reading: ReadDocument['reading'], now: DateTime<true>): ReadDocument {
  return { attemptedAt: now, reading, readAt: now, agendas: new Map(), videos: NO_VIDEOS };
}

function knownAgenda({ reading, readAt, agendas }: ReadDocument, id: string): KnownAgenda {
  switch (reading) {
    case 'private':
    case 'not there':
      return { kind: reading, readAt };
    case 'unknown site':
    case undefined:
      return { kind: 'unknown' };
    case 'text': {
      const agenda = agendas.get(id);
      return agenda === undefined || agenda.kind === 'unclear'
        ? { kind: 'unknown' }
        : { ...agenda, readAt };
    }
  }
}

/** The documents to be read, each with the meetings ahead whose notes it holds. */
function wantedDocuments(
  calendar: CalendarState,
  others: readonly string[],
  now: DateTime<true>,
): ReadonlyMap<string, readonly TimedMeeting[]> {
  const meetings = calendar.kind === 'read' ? calendar.meetings : [];
  const ahead = timelineOf(meetings).on(now.toMillis(), now.plus(AHEAD).toMillis()).filter(stands);
  const byLink = new Map<string, TimedMeeting[]>();
  for (const meeting of ahead) {
    const { agendaLink } = meeting;
    if (agendaLink !== undefined)
      byLink.set(agendaLink, [...(byLink.get(agendaLink) ?? []), meeting]);
  }
  for (const link of others) if (!byLink.has(link)) byLink.set(link, []);
  return new Map([...byLink].slice(0, MAX_DOCUMENTS));
}

function isDue(
  { attemptedAt, agendas, reading }: ReadDocument,
  meetings: readonly TimedMeeting[],
  now: DateTime<true>,
): boolean {
  const isNear = meetings.some(({ start }) => start > now && start < now.plus(NEAR));
  const isNew = reading === 'text' && meetings.some(({ id }) => !agendas.has(id));
  return isNew || now >= attemptedAt.plus(isNear ? EVERY.near : EVERY.otherwise);
}
