const ofDraft = /^d([1-9]\d{0,9})$/;

/**
 * Writes the answer to "which collective": an exemplar's id, `d` and a draft's id, or `none` yet
 * (Plan 101, III.3.2).
 */
export function writeLeads(exemplarId: unknown, draftId: unknown): string {
  if (typeof exemplarId === 'number') return String(exemplarId);
  return typeof draftId === 'number' ? `d${draftId}` : 'none';
}

/** Reads the draft's id from such an answer; undefined: it names no draft. */
export function readLeadsDraft(answer: unknown): number | undefined {
  const id = typeof answer === 'string' ? ofDraft.exec(answer)?.[1] : undefined;
  return id === undefined ? undefined : Number(id);
}
