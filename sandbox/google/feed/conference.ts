import { z } from 'zod';

const text = z.string().optional().catch(undefined);
const entryPoint = z.looseObject({
  entryPointType: text,
  uri: text,
  label: text,
  pin: text,
  regionCode: text,
});

/** The fields of an event that say how to join it. */
export const conferenceFields = z.looseObject({
  hangoutLink: text,
  conferenceData: z
    .looseObject({ entryPoints: z.array(entryPoint).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

type Conference = z.infer<typeof conferenceFields>;

/** For `X-GOOGLE-CONFERENCE`. */
export function conferenceUri({ hangoutLink, conferenceData }: Conference): string | undefined {
  const points = conferenceData?.entryPoints ?? [];
  return hangoutLink ?? points.find(({ entryPointType }) => entryPointType === 'video')?.uri;
}

const LEARN_MORE = 'Learn more about Meet at: https://support.google.com/a/users/answer/9282720';

/**
 * What Google adds to the description of an event with Meet. Invitations and CalDAV fence it with
 * lines of `-::~:~::~` and ask not to edit it; the feed has neither.
 */
export function meetBlock(conference: Conference): string | undefined {
  const uri = conferenceUri(conference);
  if (uri === undefined || !uri.startsWith('https://meet.google.com/')) return undefined;
  const points = conference.conferenceData?.entryPoints ?? [];
  const phone = points.find(({ entryPointType }) => entryPointType === 'phone');
  const more = points.find(({ entryPointType }) => entryPointType === 'more');
  const region = phone?.regionCode === undefined ? '' : `(${phone.regionCode}) `;
  return [
    `Join with Google Meet: ${uri}`,
    ...(phone?.label ? [`Or dial: ${region}${phone.label} PIN: ${phone.pin ?? ''}#`] : []),
    ...(more?.uri ? [`More phone numbers: ${more.uri}`] : []),
    '',
    LEARN_MORE,
  ].join('\n');
}
