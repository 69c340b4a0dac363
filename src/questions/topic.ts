import type { Intent } from './intents.ts';

/** Something that can be asked for. */
export interface Topic<Answer> {
  /** The intents that it answers. */
  readonly intents: readonly Intent[];
  /** It answers only for what has this id, such as one workstream among several. */
  readonly of?: string;
  /** Questions by which people ask for it, in the words of the group file. */
  readonly askedAs?: readonly string[];
  /** What a button that offers it says. */
  readonly label: string;
  /** How it is asked for as a command, such as `howto upload`; tells topics apart. */
  readonly typed: string;
  readonly answer: Answer;
}

/** A topic whose answer depends on words of the question, such as a date. */
export interface OpenTopic<Answer> {
  readonly intents: readonly Intent[];
  /** Undefined where the question lacks such words. */
  read(text: string): Pick<Topic<Answer>, 'label' | 'typed' | 'answer'> | undefined;
}

export type AnyTopic<Answer> = Topic<Answer> | OpenTopic<Answer>;

/** The same topic with another answer. */
export function mapTopic<A, B>(topic: AnyTopic<A>, change: (answer: A) => B): AnyTopic<B> {
  if (!('read' in topic)) return { ...topic, answer: change(topic.answer) };
  return {
    intents: topic.intents,
    read(text) {
      const found = topic.read(text);
      return found && { ...found, answer: change(found.answer) };
    },
  };
}
