import type { When } from '../group/schema.ts';

/** The links of a meeting that are compared. */
export type MeetingLink = 'join' | 'agenda' | 'recordings';

/** The facts of a group that are compared as they are. */
export type GroupFact = 'channel' | 'mailing list' | 'calendar' | 'playlist' | 'liaison' | 'SIGs';

/** Something that the group file says otherwise than the group's pages or its calendar. */
export type Difference =
  /** sigs.yaml has no such group; `archive` is where its page went, if that is known. */
  | { readonly kind: 'not listed'; readonly archive: string | undefined }
  /** The file says that the group is retired, and sigs.yaml lists it. */
  | { readonly kind: 'listed again' }
  | { readonly kind: 'page gone'; readonly page: string }
  | {
      readonly kind: 'time';
      readonly meeting: string;
      readonly file: When | undefined;
      readonly published: When;
    }
  | {
      readonly kind: 'meeting link';
      readonly meeting: string;
      readonly link: MeetingLink;
      readonly file: string | undefined;
      readonly published: string;
    }
  | { readonly kind: 'new meeting'; readonly meeting: string; readonly published: When | undefined }
  /** It was published when the bot last looked. */
  | { readonly kind: 'meeting gone'; readonly meeting: string }
  | {
      readonly kind: 'group fact';
      readonly fact: GroupFact;
      readonly file: string | undefined;
      readonly published: string;
    }
  | {
      readonly kind: 'new lead';
      readonly github: string;
      readonly name: string;
      readonly role: Role;
    }
  | { readonly kind: 'lead gone'; readonly github: string; readonly name: string }
  | { readonly kind: 'role'; readonly github: string; readonly name: string; readonly role: Role }
  | {
      readonly kind: 'workstream';
      readonly name: string;
      readonly file: string | undefined;
      readonly published: string | undefined;
    }
  /** Most occurrences ahead are at another time than published, such as “Thursday at 17:00”. */
  | {
      readonly kind: 'calendar time';
      readonly meeting: string;
      readonly published: When;
      readonly calendar: string;
    }
  | {
      readonly kind: 'calendar link';
      readonly meeting: string;
      readonly published: string;
      readonly calendar: string;
    }
  | {
      readonly kind: 'dead link';
      readonly what: string;
      readonly url: string;
      readonly status: number;
    };

export type Role = 'chair' | 'tech lead';

/** What a difference is about: the same for as long as anything about it differs. */
export function keyOf(difference: Difference): string {
  switch (difference.kind) {
    case 'not listed':
    case 'listed again':
    case 'page gone':
      return difference.kind;
    case 'time':
    case 'new meeting':
    case 'meeting gone':
    case 'calendar time':
    case 'calendar link':
      return `${difference.kind} ${difference.meeting}`;
    case 'meeting link':
      return `${difference.link} ${difference.meeting}`;
    case 'group fact':
      return difference.fact;
    case 'new lead':
    case 'lead gone':
    case 'role':
      return `${difference.kind} ${difference.github.toLowerCase()}`;
    case 'workstream':
      return `workstream ${difference.name}`;
    case 'dead link':
      return `dead link ${difference.url}`;
  }
}
