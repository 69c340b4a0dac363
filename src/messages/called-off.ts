/** How a meeting that does not take place is spoken of. */
export function calledOff({ postponed }: { readonly postponed?: true }) {
  return postponed
    ? ({
        label: 'Postponed',
        sentence: 'does not take place then; its new time is not known yet',
      } as const)
    : ({ label: 'Cancelled', sentence: 'does not take place' } as const);
}
