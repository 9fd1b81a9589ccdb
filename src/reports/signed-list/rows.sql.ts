import type { Subject } from '../../store/generated/enums.ts';

/** An exemplar in the list that a unit signs. */
export type SignedListRow = {
  subject: Subject;
  category: string;
  name: string;
  birthYear: number | null;
  ethnicity: string | null;
  position: string | null;
  representative: string | null;
  place: string;
  difficultArea: boolean;
  directLabour: boolean;
  summary: string;
  /** The unit's own criteria that it meets, in the words of then. */
  ownCriteria: string[];
};

/**
 * Lists the exemplars of unit $1 that were registered from the year $2 to $3 under plan $4 and
 * count. $5 and $6 are the first and last moment of a half-year, or null. Collectives come first,
 * each in the order of registration.
 */
export const signedListSql = `
  SELECT e.subject::text, e.category, e.name, e.birth_year AS "birthYear", e.ethnicity, e.position,
         e.representative, e.place, e.difficult_area AS "difficultArea", e.direct_labour AS "directLabour",
         e.summary,
         array(SELECT c.text FROM own_criterion c WHERE c.id = ANY (e.own_ticked) ORDER BY c.id)
           || coalesce(string_to_array(e.own_criteria, E'\\n'), '{}') AS "ownCriteria"
  FROM exemplar e
  WHERE e.unit_id = $1 AND e.year BETWEEN $2 AND $3 AND e.plan_id = $4 AND e.status IN ('submitted', 'approved')
    AND ($5::timestamptz IS NULL OR e.submitted_at BETWEEN $5 AND $6)
  ORDER BY e.subject = 'individual', e.id`;
