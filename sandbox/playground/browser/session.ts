import { ACTORS } from '../../world.ts';
import type { Act } from './act.ts';
import { edit, press, submit, useShortcut, write } from './acting.ts';
import { changedCalendar } from './calendar.ts';
import { changeFiles } from './files.ts';
import { jump } from './jump.ts';
import { eventFromLink } from './save-event.ts';
import { snapshot } from './snapshot.ts';
import { type Stage, type StageSettings, setStage } from './stage.ts';
import type { PlaygroundState } from './state.ts';

/** The whole bot on a movable clock, with everything that the page shows and does. */
export interface Session {
  state(): Promise<PlaygroundState>;
  /** Does what the page asks. Fails with an Error whose message is for the user. */
  act(act: Act): Promise<void>;
  close(): Promise<void>;
}

/** Starts a Slack, a Google Calendar and the bot. */
export async function startSession(settings: StageSettings): Promise<Session> {
  const stage = await setStage(settings);
  return {
    async state() {
      await stage.restart();
      try {
        return await snapshot(stage);
      } catch (error) {
        // A restart that began meanwhile has closed the store.
        const restart = stage.restart();
        if (!restart) throw error;
        await restart;
        return snapshot(stage);
      }
    },
    async act(act) {
      await stage.restart();
      await perform(act, stage);
      settings.onChange();
    },
    close: () => stage.world.close(),
  };
}

/** What saving an event in Google Calendar does to the local one, which the bot then reads. */
async function save(link: string, stage: Stage): Promise<void> {
  const event = eventFromLink(link);
  if (!event) throw new Error('This link opens no new event of the group’s calendar.');
  stage.setEvents([...stage.events(), event]);
  await stage.world.bot.runJobs();
}

async function perform(act: Act, stage: Stage): Promise<void> {
  const { world, clock, group } = stage;
  const { zone } = group;
  const { slack, bot } = world;
  switch (act.do) {
    case 'write':
      return write(world, act);
    case 'edit':
      return edit(world, act);
    case 'press':
      return press(world, act);
    case 'save event':
      return save(act.link, stage);
    case 'submit modal':
      return submit(world, act);
    case 'use shortcut':
      return useShortcut(world, act);
    case 'open home':
      await slack.openHome(ACTORS[act.as].id);
      return;
    case 'close modal':
      return slack.workspace.modals.close(ACTORS[act.as].id);
    case 'jump':
      return jump(act.to, bot, clock, zone);
    case 'read calendar':
      return bot.runJobs();
    case 'change calendar':
      return stage.setEvents(changedCalendar(stage.events(), act.change, clock.now(), zone));
    case 'upload video':
    case 'set video':
    case 'hide playlist':
    case 'write notes':
    case 'hide notes':
      return changeFiles(world, act, clock.now());
    case 'retire':
      return stage.retire(act.retired);
    case 'switch fault':
      return stage.faults.set(act.id, act.on);
  }
}
