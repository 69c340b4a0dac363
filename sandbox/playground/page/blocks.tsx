import { type Block, Message as SlackMessage } from 'slack-blocks-to-jsx';
import type { SlackBlock } from '../../slack/block-kit.ts';
import { interactiveIn } from '../../slack/interactive.ts';
import type { Act } from '../browser/act.ts';
import type { Actor, PlaygroundState } from '../browser/state.ts';
import { Actions } from './actions.tsx';
import { Input } from './input.tsx';
import { packDate, SlackDate } from './slack-date.tsx';
import { useDarkTheme } from './use-dark-theme.ts';

export interface BlocksProps {
  readonly blocks: readonly SlackBlock[];
  readonly state: PlaygroundState;
  readonly actor: Actor;
  readonly act: (act: Act) => Promise<void>;
  /** The message that the blocks belong to; absent in the Home tab. */
  readonly ts?: string;
}

/** Blocks as Slack shows them. The library renders them, except what it can't wire up or gets wrong. */
export function Blocks({ blocks, state, actor, act, ts }: BlocksProps) {
  const press = (actionId: string, values: readonly string[]) =>
    act({ do: 'press', as: actor.role, actionId, values: [...values], ...(ts && { ts }) });
  return (
    <>
      {runsOf(blocks).map((run, index) => (
        <OneRun
          key={`${index} ${run.kind}`}
          run={run}
          state={state}
          onPress={press}
          onSave={(link) => void act({ do: 'save event', link })}
        />
      ))}
    </>
  );
}

interface OneRunProps {
  readonly run: Run;
  readonly state: PlaygroundState;
  readonly onPress: (actionId: string, values: readonly string[]) => Promise<void>;
  readonly onSave: (link: string) => void;
}

function OneRun({ run, state, onPress, onSave }: OneRunProps) {
  switch (run.kind) {
    case 'drawn':
      return <Drawn blocks={run.blocks} state={state} />;
    case 'header':
      return <h2 className="block-header">{run.block.text.text}</h2>;
    case 'actions':
      return <Actions elements={run.block.elements} onPress={onPress} onSave={onSave} />;
    case 'accessory': {
      const { accessory, ...section } = run.block;
      return (
        <div className="with-accessory">
          <div>
            <Drawn blocks={[section]} state={state} />
          </div>
          <Actions elements={interactiveIn(run.block)} onPress={onPress} onSave={onSave} />
        </div>
      );
    }
    case 'input':
      return <Input block={run.block} />;
  }
}

type BlockOf<T extends SlackBlock['type']> = Extract<SlackBlock, { type: T }>;
type DrawnBlock = Exclude<SlackBlock, { type: 'actions' | 'context_actions' | 'header' | 'input' }>;

type Run =
  | { readonly kind: 'drawn'; readonly blocks: readonly DrawnBlock[] }
  /** The library applies formatting marks in plain text. */
  | { readonly kind: 'header'; readonly block: BlockOf<'header'> }
  /** The library has no press events. */
  | { readonly kind: 'actions'; readonly block: BlockOf<'actions' | 'context_actions'> }
  | { readonly kind: 'accessory'; readonly block: BlockOf<'section'> }
  | { readonly kind: 'input'; readonly block: BlockOf<'input'> };

/** Blocks grouped by what renders them, neighbours together. */
function runsOf(blocks: readonly SlackBlock[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.type === 'actions' || block.type === 'context_actions') {
      runs.push({ kind: 'actions', block });
    } else if (block.type === 'header') runs.push({ kind: 'header', block });
    else if (block.type === 'input') runs.push({ kind: 'input', block });
    else if (block.type === 'section' && interactiveIn(block).length > 0) {
      runs.push({ kind: 'accessory', block });
    } else if (last?.kind === 'drawn') {
      runs[runs.length - 1] = { kind: 'drawn', blocks: [...last.blocks, block] };
    } else runs.push({ kind: 'drawn', blocks: [block] });
  }
  return runs;
}

interface DrawnProps {
  readonly blocks: readonly DrawnBlock[];
  readonly state: PlaygroundState;
}

/** Text, context, dividers and images, with dates as the reader sees them. */
export function Drawn({ blocks, state }: DrawnProps) {
  const dark = useDarkTheme();
  const people = state.actors.map(({ id, name }) => ({ id, name }));
  return (
    <SlackMessage
      blocks={blocks.map(forLibrary)}
      logo=""
      name=""
      withoutWrapper
      theme={dark ? 'dark' : 'light'}
      data={{ users: [...people, { id: state.botId, name: 'wg-serving' }] }}
      hooks={{
        date: (date) => <SlackDate {...date} />,
        link: ({ href, children, className }) => (
          <a href={href} className={className} target="_blank" rel="noreferrer">
            {children}
          </a>
        ),
      }}
    />
  );
}

const ZERO_WIDTH_SPACE = '\u200b';

/**
 * A block as the library expects it. It treats `verbatim` text as having no marks at all, while Slack
 * only leaves plain addresses and names alone; and it decodes `&lt;` before it looks for `<…>`, so a typed
 * bracket needs something after it to remain a bracket. It decodes `&gt;` to a bracket and a space.
 */
function forLibrary(block: DrawnBlock): Block {
  return JSON.parse(JSON.stringify(block), (key, value) => {
    if (key === 'verbatim') return undefined;
    if (value?.type === 'date') return packDate(value);
    return key === 'text' && typeof value === 'string'
      ? value.replaceAll('&lt;', `&lt;${ZERO_WIDTH_SPACE}`).replaceAll('&gt;', '>')
      : value;
  });
}
