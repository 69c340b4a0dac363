import type { Reply } from '../http.ts';

/** What those who are not signed in see in place of a private document; its status is that of a success. */
export function signInPage(): Reply {
  const body = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<base href="https://accounts.google.com/v3/signin/">',
    '<title>Google Docs: Sign-in</title></head><body>',
    '<h1>Sign in</h1><p>to continue to Docs</p>',
    '<form><label>Email or phone <input type="email" id="identifierId"></label><button>Next</button></form>',
    '</body></html>',
  ].join('\n');
  return { status: 200, body, headers: { 'content-type': 'text/html; charset=utf-8' } };
}
