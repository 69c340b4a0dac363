import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Answer } from '../commands/answer.ts';
import type { CommandContext, Invocation, Place } from '../commands/command.ts';
import { dispatch, invoke } from '../commands/dispatch.ts';
import { apologyMessage } from '../messages/apology.ts';
import { stampedFor, stampedView } from '../messages/group-stamp.ts';
import type { Message } from '../messages/message.ts';
import type { Heard } from '../questions/finder.ts';
import type { HandleRequest, ObserveRequest, Request, RequestSeen } from '../slack/ports.ts';

/** What has become of a request before any command runs: an answer already, or what to run where. */
export type Routed =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | {
      readonly kind: 'run';
      readonly asked: string | Invocation;
      readonly context: CommandContext;
      /** Of an answer that has to say whose it is. */
      readonly whose?: (message: Message) => Message;
      /** With several groups, what is pressed in the answer is for this one. */
      readonly groupId?: string;
    };

export type RouteRequest = (request: Request, place: Place) => Promise<Routed>;

/**
 * Always answers a request: an unexpected error becomes an apology with a reference ID, under which
 * the log has the cause. The log never has the text.
 */
export function requestHandler(
  route: RouteRequest,
  logger: Logger,
  observe: ObserveRequest = () => {},
): HandleRequest {
  return async (request) => {
    const { via } = request;
    const requestId = randomUUID().slice(0, 8);
    const log = logger.child({ requestId, via });
    const began = performance.now();
    const seen = (command: string, outcome: RequestSeen['outcome']) =>
      observe({ command, via, outcome, seconds: (performance.now() - began) / 1000 });
    try {
      const routed = await route(request, placeOf(via));
      const answer = await answerTo(routed);
      const groupId = routed.kind === 'run' ? routed.groupId : undefined;
      const logged = {
        command: answer.command,
        ...(groupId !== undefined && { group: groupId }),
      };
      // Whoever asked does not wait for the log.
      setImmediate(() => {
        log.info(logged, 'answered');
        if (answer.asked) log.debug(withoutNames(answer.asked.heard), 'question read');
      });
      seen(answer.command, answer.kind === 'notice' ? 'notice' : 'answered');
      return { answer, logger: log, groupId };
    } catch (error) {
      log.error({ err: error }, 'request failed');
      const answer = apology(requestId);
      seen(answer.command, 'failed');
      return { answer, logger: log };
    }
  };
}

async function answerTo(routed: Routed): Promise<Answer> {
  if (routed.kind === 'answer') return routed.answer;
  const { asked, context, whose, groupId } = routed;
  const answer =
    typeof asked === 'string' ? await dispatch(asked, context) : await invoke(asked, context);
  if (groupId === undefined) return answer;
  const said = whose ? whose(answer.message) : answer.message;
  const message = stampedFor(said, groupId);
  // In one channel, the same may be asked of two groups.
  const subject = `${groupId} ${answer.subject}`;
  return answer.kind === 'modal'
    ? { ...answer, subject, message, view: stampedView(answer.view, groupId) }
    : { ...answer, subject, message };
}

/** What may be in the log of a question: not even which of the names it has. */
function withoutNames({ intent, share, tags }: Heard): Omit<Heard, 'ids'> {
  return { intent, share, tags };
}

function placeOf(via: Request['via']): Place {
  switch (via) {
    case 'slash':
      return 'slash command';
    case 'mention':
    case 'share':
      return 'channel';
    case 'direct message':
    case 'button':
    case 'home':
      return 'private';
  }
}

function apology(requestId: string): Answer {
  const message = apologyMessage(requestId);
  return { kind: 'notice', command: 'apology', subject: 'apology', message };
}
