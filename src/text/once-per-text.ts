/** Does the work once for each text, and remembers the results for as long as the function lives. */
export function oncePerText<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.result;
    const result = work(text);
    known.set(text, { result });
    return result;
  };
}
