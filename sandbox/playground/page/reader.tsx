import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

interface Reader {
  readonly zone: string;
  /** Milliseconds since 1970, advancing between two states of the sandbox. */
  readonly now: number;
}

const ReaderContext = createContext<Reader>({ zone: 'UTC', now: 0 });

interface ReaderProviderProps extends Reader {
  readonly children: ReactNode;
}

/** Tells its children who is looking and when, so that dates stay correct while the page is open. */
export function ReaderProvider({ zone, now: told, children }: ReaderProviderProps) {
  const now = useTicking(told);
  return <ReaderContext value={{ zone, now }}>{children}</ReaderContext>;
}

export function useReader(): Reader {
  return useContext(ReaderContext);
}

function useTicking(told: number): number {
  const [now, setNow] = useState(told);
  useEffect(() => {
    const receivedAt = performance.now();
    setNow(told);
    const timer = setInterval(() => setNow(told + performance.now() - receivedAt), 1000);
    return () => clearInterval(timer);
  }, [told]);
  return now;
}
