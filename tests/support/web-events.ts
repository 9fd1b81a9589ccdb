/** One server-sent event. */
export interface ServerEvent {
  event: string;
  data: string;
  id?: string;
}

/** Reads server-sent events until the stream ends. Throws when the server refuses it. */
export async function* serverEvents(
  address: string,
  options: { signal?: AbortSignal; lastEventId?: string; headers?: Record<string, string> } = {},
): AsyncGenerator<ServerEvent> {
  const { signal, lastEventId, headers } = options;
  const response = await fetch(address, {
    headers: { ...headers, ...(lastEventId && { 'last-event-id': lastEventId }) },
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`${address}: ${response.status}`);
  const decoder = new TextDecoder();
  let pending = '';
  for await (const chunk of response.body) {
    pending += decoder.decode(chunk, { stream: true });
    const blocks = pending.split('\n\n');
    pending = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line): [string, string] => {
          const colon = line.indexOf(': ');
          return [line.slice(0, colon), line.slice(colon + 2)];
        }),
      );
      const data = fields.get('data');
      if (data !== undefined) yield { event: fields.get('event') ?? 'message', data, id: fields.get('id') };
    }
  }
}
