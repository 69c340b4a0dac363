/** Where the decision-making parts report what they did; the edge writes it to the log. */
export interface Journal {
  debug(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}
