import type { App, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { ChannelReminders } from '../../commands/ports.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import type { Group } from '../../group/schema.ts';
import type { Subscriptions } from '../../reminders/ports.ts';
import type { Pause } from '../persist.ts';
import type {
  AnsweredQuestions,
  ChooseGroup,
  ContextFor,
  HandleRequest,
  HomeSource,
} from '../ports.ts';
import { registerActions } from './actions.ts';
import { listenToButtons } from './buttons.ts';
import { registerChoices } from './choices.ts';
import { registerSlashCommand } from './commands.ts';
import { registerGroupMenu } from './group-menu.ts';
import { registerGuides } from './guides.ts';
import { type HomeTabs, homeTabs, registerHome } from './home.ts';
import { registerMentions } from './mentions.ts';
import { type OrganizingTools, registerOrganizerButtons } from './organizer-buttons.ts';
import { type ProposeTools, registerPropose } from './propose.ts';
import { registerRecordingButtons } from './recording-buttons.ts';
import { registerReminderButtons } from './reminder-buttons.ts';
import { registerReminderSettings } from './reminder-settings.ts';
import { registerScheduling } from './scheduling.ts';

/** What the listeners hand requests to, and what they note. */
export interface ListenerTools {
  readonly group: Group;
  readonly slashCommand: string;
  readonly handle: HandleRequest;
  readonly contextFor: ContextFor;
  /** Of the group with this ID; of the first, if there is none. */
  readonly subscriptionsOf: (groupId: string | undefined) => Subscriptions;
  /** Someone is there again, so that their reminders go on. */
  readonly resume: (userId: string) => Promise<void>;
  readonly chooseGroup: ChooseGroup;
  readonly home: HomeSource;
  readonly answers: AnsweredQuestions;
  /** Of the group with this ID. */
  readonly agendasOf: ProposeTools['agendasOf'];
  readonly organizingOf: (groupId: string) => OrganizingTools;
  readonly permalink: ChannelReminders['permalink'];
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Registers everything the bot listens to. `client` must not retry by itself. */
export function registerListeners(
  app: App,
  client: webApi.WebClient,
  tools: ListenerTools & { readonly pause: Pause },
  inFlight: InFlight,
): HomeTabs {
  const withClient = { ...tools, client };
  const home = homeTabs({ client, source: tools.home, logger: tools.logger });
  const buttons = listenToButtons(app);
  registerSlashCommand(app, withClient, inFlight);
  registerMentions(app, withClient, inFlight);
  registerActions(buttons, tools, inFlight);
  registerChoices(buttons, tools, inFlight);
  registerHome(app, { ...tools, home }, inFlight);
  registerGuides(buttons, withClient, inFlight);
  registerReminderSettings(buttons, { ...tools, home }, inFlight);
  registerGroupMenu(buttons, { ...tools, home }, inFlight);
  registerReminderButtons(buttons, { ...tools, home }, inFlight);
  registerRecordingButtons(buttons, withClient, inFlight);
  registerPropose(app, withClient, inFlight);
  registerScheduling(app, buttons, withClient, inFlight);
  registerOrganizerButtons(buttons, tools, inFlight);
  return home;
}
