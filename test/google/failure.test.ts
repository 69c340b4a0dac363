import { describe, expect, it } from 'vitest';
import { googleError } from '../../src/google/failure.ts';

function failure(status: number, reason: string) {
  return { response: { status, data: { error: { errors: [{ reason }] } } } };
}

describe('googleError', () => {
  it.each([
    [failure(400, 'badRequest'), /GOOGLE_API_KEY/],
    [failure(401, 'authError'), /GOOGLE_APPLICATION_CREDENTIALS/],
    [failure(403, 'forbidden'), /Enable the Google Calendar API/],
    [failure(404, 'notFound'), /calendar\.id in the group file/],
  ])('tells the operator what to change', (cause, advice) => {
    expect(googleError(cause, 'cal')).toMatchObject({ kind: 'refused' });
    expect(googleError(cause, 'cal').advice).toMatch(advice);
  });

  it.each([
    [failure(403, 'rateLimitExceeded')],
    [failure(429, 'rateLimitExceeded')],
    [failure(503, 'backendError')],
    [{ response: { status: 502, data: '<html>Bad Gateway</html>' } }],
    [new Error('socket hang up')],
    ['nonsense'],
  ])('takes the others for passing', (cause) => {
    expect(googleError(cause, 'cal')).toMatchObject({ kind: 'unavailable', advice: undefined });
  });
});
