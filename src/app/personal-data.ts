import type { GroupChoices, PersonalData } from '../commands/ports.ts';
import type { Registry } from '../group/registry.ts';
import type { GroupCore } from './group-cores.ts';

/** What the store has about one person, in every group. */
export function personalData(cores: Registry<GroupCore>, choices: GroupChoices): PersonalData {
  return {
    async reminders(userId) {
      const all = await Promise.all(
        cores.all.map(async ({ group, store }) => ({
          groupName: group.name,
          wanted: await store.subscriptions.of(userId),
        })),
      );
      return all.filter(({ wanted }) => wanted.length > 0);
    },
    async chosenGroup(userId) {
      return cores.byId(await choices.of(userId))?.group.name;
    },
    async forget(userId) {
      for (const { store, agendas } of cores.all) {
        await store.subscriptions.forget(userId);
        await agendas.forget(userId);
      }
      await choices.forget(userId);
    },
  };
}
