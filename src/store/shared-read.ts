import { batchCalls } from './batching.ts';
import type { Sql } from './sql.ts';

/** A row that a shared read finds. */
interface FoundRow {
  /** Which of the questions it answers, from 1. */
  n: number;
}

/**
 * Creates a read that many callers share: questions asked while a statement runs are answered by
 * the next one, together. A single question is asked at once. A round trip costs more than most
 * look-ups, and on a busy evening hundreds of turns look up the same kind of thing.
 *
 * The statement takes an array for each value of a question, as in
 * `unnest($1::int[], $2::text[]) with ordinality as asked(id, name, n)`, and returns `n` with each
 * row. A `limit` or `offset 0` in a lateral subquery makes PostgreSQL look each question up by an
 * index. A question sees everything that was committed before it was asked.
 */
export function shareReads<Question extends readonly unknown[], Row extends FoundRow>(statement: {
  name: string;
  text: string;
}): (sql: Sql, ...question: Question) => Promise<Row[]> {
  // Within a transaction only its own questions are asked, on its connection.
  const reads = new WeakMap<Sql, (question: Question) => Promise<Row[]>>();
  return (sql, ...question) => {
    const known = reads.get(sql);
    if (known) return known(question);
    const read = batchCalls((questions: Question[]) => answerAll<Question, Row>(sql, statement, questions));
    reads.set(sql, read);
    return read(question);
  };
}

async function answerAll<Question extends readonly unknown[], Row extends FoundRow>(
  sql: Sql,
  statement: { name: string; text: string },
  questions: Question[],
): Promise<Row[][]> {
  const values = questions[0]?.map((_, i) => questions.map((question) => question[i])) ?? [];
  const { rows } = await sql.query<Row>({ ...statement, values });
  const answers: Row[][] = questions.map(() => []);
  for (const row of rows) answers[row.n - 1]?.push(row);
  return answers;
}
