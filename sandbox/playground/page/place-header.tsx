import type { ReactNode } from 'react';

interface PlaceHeaderProps {
  readonly name: string;
  /** What the place is. */
  readonly children: ReactNode;
}

/** Shows which place is open. */
export function PlaceHeader({ name, children }: PlaceHeaderProps) {
  return (
    <header className="place-header">
      <h1>{name}</h1>
      <p>{children}</p>
    </header>
  );
}
