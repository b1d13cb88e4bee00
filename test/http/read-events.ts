export interface SentEvent {
  event: string;
  data: unknown;
}

/** The events of an event stream, and its comments as events named "comment". */
export function readEvents(text: string): SentEvent[] {
  return text
    .split('\n\n')
    .filter(Boolean)
    .map((block) => {
      if (block.startsWith(':')) return { event: 'comment', data: block.slice(1).trim() };
      const fields = new Map(
        block
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      return { event: fields.get('event') ?? 'message', data: JSON.parse(fields.get('data') ?? 'null') };
    });
}
