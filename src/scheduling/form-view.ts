import type { types } from '@slack/bolt';
import type { DateTime } from 'luxon';
import { inZone } from '../calendar/moment.ts';
import type { Group } from '../group/schema.ts';
import { plain, section } from '../messages/blocks.ts';
import {
  type Choice,
  datePicker,
  groupedMenu,
  input,
  linkInput,
  menu,
  radioButtons,
  textInput,
  timePicker,
} from '../messages/inputs.ts';
import { md } from '../messages/mrkdwn.ts';
import { timeInZone } from '../messages/time.ts';
import { type Entered, WHICH } from './form.ts';
import { REPEATS } from './plan.ts';
import { cityOf, ZONES } from './zones.ts';

/** Callback ID of the form. */
export const FORM_VIEW = 'schedule-form';

const DEFAULT_LENGTH = '1 hour';
const REPEAT_WORDS = {
  once: 'Once',
  weekly: 'Every week',
  'every other week': 'Every other week',
} as const;

export interface FormFacts {
  readonly group: Group;
  readonly now: DateTime<true>;
  /** The zone to begin with. */
  readonly zone: string;
  /** Whether the asker may host. */
  readonly canHost: boolean;
}

/**
 * The form for a new meeting. `entered`: what it held before. `instants`: the two moments at which clocks
 * show the time that was entered. `problems`: what is wrong by now with what was entered.
 */
export function formView(
  facts: FormFacts,
  entered: Entered = {},
  instants: readonly DateTime<true>[] = [],
  problems: readonly string[] = [],
): types.ModalView {
  const { group, now, zone } = facts;
  const chosenZone = entered.zone ?? zone;
  const tomorrow = inZone(now, chosenZone).plus({ days: 1 }).toISODate();
  return {
    type: 'modal',
    callback_id: FORM_VIEW,
    title: plain('Schedule a meeting', 24),
    submit: plain('Next', 24),
    close: plain('Cancel', 24),
    blocks: [
      ...problems.map((problem) => section(md`*${problem}*`)),
      ...workstreamInput(group, entered),
      input(
        'title',
        { label: 'Title', optional: true, hint: 'May stay empty if you choose a workstream.' },
        textInput(entered.title),
      ),
      input('date', { label: 'Date' }, datePicker(entered.date ?? tomorrow)),
      input('time', { label: 'Time' }, timePicker(entered.time)),
      ...whichInput(instants),
      input(
        'zone',
        { label: 'Time zone of that date and time' },
        groupedMenu(zoneGroups(group, chosenZone), chosenZone),
      ),
      input('length', { label: 'Length' }, textInput(entered.length ?? DEFAULT_LENGTH)),
      input(
        'repeats',
        { label: 'How often' },
        menu(
          REPEATS.map((value) => ({ value, label: REPEAT_WORDS[value] })),
          entered.repeats ?? 'once',
        ),
      ),
      input(
        'notes',
        {
          label: 'Notes document',
          optional: true,
          hint: 'A link that anyone may open. A workstream’s own document is filled in if this is empty.',
        },
        linkInput(entered.notes),
      ),
      input('host', { label: 'Host' }, menu(hostChoices(facts), entered.host ?? 'open')),
    ],
  };
}

function workstreamInput({ workstreams }: Group, { workstream }: Entered): types.InputBlock[] {
  if (workstreams.length === 0) return [];
  const choices = workstreams.map(({ name }) => ({ value: name, label: name }));
  const words = { label: 'Workstream', optional: true } as const;
  return [input('workstream', words, menu(choices, workstream))];
}

/** Asked only where clocks go back. */
function whichInput(
  instants: readonly DateTime<true>[],
): (types.InputBlock | types.SectionBlock)[] {
  if (instants.length < 2) return [];
  const choices = instants.map((at, index) => ({
    value: WHICH[index] ?? '',
    label: timeInZone(at, at.zoneName),
  }));
  return [
    section(md`*Clocks go back that day, and show this time twice.* Which one do you mean?`),
    input('which', { label: 'Which of the two' }, radioButtons(choices)),
  ];
}

/** The zone that is chosen and the group's own come first. */
function zoneGroups({ zone }: Group, chosen: string) {
  const usual = [...new Set([chosen, zone])];
  const regions = Object.entries(ZONES).map(([label, choices]) => ({
    label,
    choices: choices.filter((one) => !usual.includes(one.zone)).map(zoneChoice),
  }));
  const first = usual.map((one) => zoneChoice(named(one)));
  return [{ label: 'Yours and the group’s', choices: first }, ...regions];
}

function named(zone: string) {
  const known = Object.values(ZONES).flat();
  return known.find((one) => one.zone === zone) ?? { zone, places: cityOf(zone) };
}

function zoneChoice({ zone, places }: { readonly zone: string; readonly places: string }): Choice {
  return { value: zone, label: places };
}

function hostChoices({ group, canHost }: FormFacts): Choice[] {
  return [
    { value: 'open', label: 'An organizer, whoever can' },
    ...(canHost ? [{ value: 'me', label: 'I will host it' }] : []),
    ...group.organizers.map(({ name, github }) => ({ value: `organizer ${github}`, label: name })),
  ];
}
