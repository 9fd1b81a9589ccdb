import { type FilterPart, filterParts, isFiltering, type ReportFilter } from './report-filter.ts';

/**
 * How a report's query is limited. `rows`: a condition on its rows; `exemplars`: a condition on the
 * exemplars that it reads; `?` is the list of values. `own`: its parameters say it already.
 */
export type FilterSql = Partial<Record<FilterPart, { rows: string } | { exemplars: string } | 'own'>>;

/** Builds the parameter of a query that limits kinds of units by itself; null: it does not. */
export function kindsParameter(filter: ReportFilter | undefined): string[] | null {
  return filter && filter.kinds.length > 0 ? filter.kinds : null;
}

/** The condition on a row's kind of units. */
export const kindOfRow = { rows: 'kind = ANY (?)' };
/** The condition on a row's duty. */
export const dutyOfRow = { rows: 'duty = ANY (?)' };
/** The condition on an exemplar's category. */
export const categoryOfExemplar = { exemplars: `subject::text || '.' || category = ANY (?)` };

/**
 * Limits a statement by a filter. Rows keep their order. Conditions on exemplars stand in an
 * expression with the name of their table, which hides it.
 */
export function filterStatement(
  { sql, parameters }: { sql: string; parameters: unknown[] },
  filter: ReportFilter | undefined,
  by: FilterSql,
): { sql: string; parameters: unknown[] } {
  if (!filter || !isFiltering(filter)) return { sql, parameters };
  const values: unknown[] = [...parameters];
  const rows: string[] = [];
  const exemplars: string[] = [];
  for (const part of filterParts) {
    const use = by[part];
    if (!use || use === 'own' || filter[part].length === 0) continue;
    values.push(filter[part]);
    const [to, condition] = 'rows' in use ? [rows, use.rows] : [exemplars, use.exemplars];
    to.push(condition.replace('?', `$${values.length}::text[]`));
  }
  if (rows.length + exemplars.length === 0) return { sql, parameters };
  const limited = exemplars.length > 0 ? hideExemplars(sql, exemplars) : sql;
  const where = rows.length > 0 ? ` WHERE ${rows.join(' AND ')}` : '';
  return { sql: `SELECT * FROM (${limited}) AS limited${where}`, parameters: values };
}

function hideExemplars(sql: string, conditions: string[]): string {
  const shown = `exemplar AS (SELECT * FROM exemplar WHERE ${conditions.join(' AND ')})`;
  const own = /^\s*with\s/i.exec(sql);
  return own ? `WITH ${shown}, ${sql.slice(own[0].length)}` : `WITH ${shown}\n${sql}`;
}
