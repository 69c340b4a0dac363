import { z } from 'zod';
import { ROLES } from '../../world.ts';

const as = z.enum(ROLES);
const entered = z.record(z.string().min(1).max(300), z.array(z.string().max(3000)).max(100));
const id = z.string().min(1).max(300);
const title = z.string().max(2000);
const minutes = z.number().int().min(-20_160).max(86_400);

const calendarChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), id, minutes }),
  z.object({ kind: z.literal('rename'), id, title }),
  z.object({ kind: z.literal('cancel'), id }),
  z.object({ kind: z.literal('move this and following'), id, minutes }),
  z.object({ kind: z.literal('delete'), id }),
  z.object({ kind: z.literal('new link'), id, link: z.string().max(3000) }),
  z.object({ kind: z.literal('add'), title, start: z.number(), minutes: minutes.min(1) }),
]);

export type CalendarChange = z.infer<typeof calendarChange>;

const jump = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('next post') }),
  z.object({ kind: z.literal('meeting start') }),
  z.object({ kind: z.literal('meeting end') }),
  z.object({ kind: z.literal('minutes'), minutes: minutes.min(1) }),
  z.object({ kind: z.literal('moment'), at: z.number() }),
]);

export type Jump = z.infer<typeof jump>;

/** What the page asks the sandbox to do. */
export const act = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('write'),
    as,
    place: z.enum(['channel', 'organizers', 'direct']),
    text: z.string().min(1).max(12_000),
    threadTs: id.optional(),
  }),
  z.object({ do: z.literal('edit'), ts: id, text: z.string().min(1).max(12_000) }),
  z.object({
    do: z.literal('press'),
    as,
    ts: id.optional(),
    actionId: id,
    values: z.array(id).max(100),
  }),
  z.object({ do: z.literal('save event'), link: z.url().max(3000) }),
  z.object({ do: z.literal('open home'), as }),
  z.object({ do: z.literal('close modal'), as }),
  z.object({
    do: z.literal('submit modal'),
    as,
    entered,
  }),
  z.object({ do: z.literal('use shortcut'), as, callbackId: id, ts: id.optional() }),
  z.object({ do: z.literal('jump'), to: jump }),
  z.object({ do: z.literal('change calendar'), change: calendarChange }),
  z.object({ do: z.literal('read calendar') }),
  z.object({ do: z.literal('switch fault'), id, on: z.boolean() }),
  z.object({ do: z.literal('upload video'), title: z.string().min(1).max(100) }),
  z.object({
    do: z.literal('set video'),
    id,
    visibility: z.enum(['public', 'unlisted', 'private', 'deleted']),
  }),
  z.object({ do: z.literal('hide playlist'), hidden: z.boolean() }),
  z.object({ do: z.literal('write notes'), text: z.string().max(100_000) }),
  z.object({ do: z.literal('hide notes'), hidden: z.boolean() }),
  z.object({ do: z.literal('retire'), retired: z.boolean() }),
]);

export type Act = z.infer<typeof act>;
