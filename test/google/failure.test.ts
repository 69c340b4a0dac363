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
    ['invalid_grant', /CREDENTIALS and this machine’s clock/],
    ['invalid_client', /CREDENTIALS: Google does not know/],
  ])('names the credentials if they can’t be exchanged: %s', (error, advice) => {
    const cause = { response: { status: 400, data: { error, error_description: 'No.' } } };
    const described = googleError(cause, 'cal');
    expect(described).toMatchObject({ kind: 'refused', message: expect.stringContaining(error) });
    expect(described.advice).toMatch(advice);
    expect(described.advice).not.toContain('GOOGLE_API_KEY');
  });

  it.each([
    ['API_KEY_INVALID', 400, /doesn’t know this key/],
    ['API_KEY_SERVICE_BLOCKED', 403, /API restrictions of GOOGLE_API_KEY/],
    ['API_KEY_IP_ADDRESS_BLOCKED', 403, /application restrictions of GOOGLE_API_KEY/],
  ])('says what is wrong with a key: %s', (reason, status, advice) => {
    const error = { errors: [{ reason: 'forbidden' }], details: [{}, { reason }] };
    const cause = { response: { status, data: { error } } };
    expect(googleError(cause, 'cal').advice).toMatch(advice);
  });

  it.each([401, 403, 404, 407])('does not blame the key for a proxy’s page: %i', (status) => {
    const { advice } = googleError({ response: { status, data: '<html>Sign in</html>' } }, 'cal');
    expect(advice).toMatch(/a proxy seems to answer/);
    expect(advice).not.toMatch(/_KEY|CREDENTIALS|calendar\.id/);
  });

  it('says that a name was not found', () => {
    expect(googleError({ code: 'ENOTFOUND' }, 'cal').message).toMatch(/ENOTFOUND.*DNS/);
  });

  it.each([
    [failure(403, 'rateLimitExceeded')],
    [failure(429, 'rateLimitExceeded')],
    [failure(503, 'backendError')],
    [{ response: { status: 502, data: '<html>Bad Gateway</html>' } }],
    [new Error('socket hang up')],
    ['nonsense'],
  ])('treats the others as temporary', (cause) => {
    expect(googleError(cause, 'cal')).toMatchObject({ kind: 'unavailable', advice: undefined });
  });
});
