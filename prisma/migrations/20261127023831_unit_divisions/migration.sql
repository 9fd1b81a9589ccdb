-- AlterTable
ALTER TABLE "exemplar" ADD COLUMN     "counts_for_id" INTEGER;

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "owes_from" DATE,
ADD COLUMN     "part_of_id" INTEGER;

-- CreateIndex
CREATE INDEX "exemplar_counts_for_id_idx" ON "exemplar"("counts_for_id");

-- CreateIndex
CREATE INDEX "unit_part_of_id_idx" ON "unit"("part_of_id");

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_counts_for_id_fkey" FOREIGN KEY ("counts_for_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- As it was: a unit owes what was due before it began where another unit's work passed to it.
UPDATE "unit" u SET "owes_from" = u."since"
WHERE u."since" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "unit" p WHERE p."successor_id" = u."id");

-- The unit of an exemplar on a day, on the way from the unit that registered it to the one that has it now.
CREATE FUNCTION unit_on_way(origin_id int, now_id int, day date) RETURNS int LANGUAGE sql STABLE AS $$
  WITH RECURSIVE way AS (
    SELECT u.id, ARRAY[u.id] AS nodes FROM unit u WHERE u.id = origin_id
    UNION ALL
    SELECT s.id, w.nodes || s.id
    FROM way w JOIN unit o ON o.id = w.id JOIN unit s ON s.id = o.successor_id OR s.part_of_id = o.id
    WHERE w.id <> now_id AND cardinality(w.nodes) < 20)
  SELECT coalesce((
    SELECT u.id
    FROM (SELECT nodes FROM way WHERE id = now_id ORDER BY cardinality(nodes), nodes LIMIT 1) w
    CROSS JOIN LATERAL unnest(w.nodes) WITH ORDINALITY AS n(id, place)
    JOIN unit u ON u.id = n.id
    WHERE u.until IS NULL OR u.until >= day
    ORDER BY n.place LIMIT 1), now_id)
$$;
