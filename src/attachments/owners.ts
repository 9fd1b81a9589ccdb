/**
 * Entities that can own an attachment after its draft is sent. Each has the field of the Prisma
 * client, its column, and whether any removed file stays for the history; of an exemplar those of
 * a submission do. A new owner needs a column and a line here; a CHECK of the table holds that
 * exactly one is set.
 */
export const attachmentOwners = {
  exemplarId: { column: 'exemplar_id', keepsRemoved: false },
  filingId: { column: 'filing_id', keepsRemoved: true },
  evaluationId: { column: 'evaluation_id', keepsRemoved: true },
  fosteringStepId: { column: 'fostering_step_id', keepsRemoved: true },
  awardDecisionId: { column: 'award_decision_id', keepsRemoved: true },
  activityId: { column: 'activity_id', keepsRemoved: true },
} as const;

type Owners = typeof attachmentOwners;

/** The single entity that owns an attachment: `{ exemplarId: 7 }`. */
export type AttachmentOwner = { [Field in keyof Owners]: Record<Field, number> }[keyof Owners];

/** Returns the column that names this owner, and the owner's id. */
export function ownerColumn(owner: AttachmentOwner): { column: string; id: number } {
  const [found] = Object.entries(owner).flatMap(([field, id]) => {
    const known = Object.entries(attachmentOwners).find(([one]) => one === field);
    return known ? [{ column: known[1].column, id }] : [];
  });
  if (!found) throw new Error('an attachment needs an owner');
  return found;
}

/** Writes the SQL condition that the attachment `alias` still belongs to its draft. */
export function isStillOfDraft(alias: string): string {
  return isOfNone(alias, Object.values(attachmentOwners));
}

/**
 * Writes the SQL condition that the attachment `alias` is not kept after its removal. Its owner
 * keeps none then, and it was in no submission.
 */
export function goesWhenRemoved(alias: string): string {
  const keeping = Object.values(attachmentOwners).filter(({ keepsRemoved }) => keepsRemoved);
  return `${isOfNone(alias, keeping)}
    and not exists (select 1 from submission_file s where s.attachment_id = ${alias}.id)`;
}

function isOfNone(alias: string, owners: { column: string }[]): string {
  return `num_nonnulls(${owners.map(({ column }) => `${alias}.${column}`).join(', ')}) = 0`;
}
