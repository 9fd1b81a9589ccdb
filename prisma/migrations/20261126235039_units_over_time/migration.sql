-- CreateEnum
CREATE TYPE "unit_action" AS ENUM ('created', 'renamed', 'merged', 'split', 'closed');

-- AlterTable
ALTER TABLE "exemplar" ADD COLUMN     "origin_unit_id" INTEGER;

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "since" DATE,
ADD COLUMN     "successor_id" INTEGER,
ADD COLUMN     "until" DATE;

-- CreateTable
CREATE TABLE "change_of_units" (
    "id" SERIAL NOT NULL,
    "office_id" INTEGER NOT NULL,
    "action" "unit_action" NOT NULL,
    "day" DATE NOT NULL,
    "ground" TEXT NOT NULL,
    "before" INTEGER[],
    "after" JSONB NOT NULL,
    "units" INTEGER[],
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" INTEGER,

    CONSTRAINT "change_of_units_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "change_of_units_made_by_key" ON "change_of_units"("made_by");

-- CreateIndex
CREATE INDEX "change_of_units_day_idx" ON "change_of_units"("day");

-- AddForeignKey
ALTER TABLE "change_of_units" ADD CONSTRAINT "change_of_units_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_of_units" ADD CONSTRAINT "change_of_units_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_of_units" ADD CONSTRAINT "change_of_units_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_origin_unit_id_fkey" FOREIGN KEY ("origin_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold.
ALTER TABLE "unit" ADD CONSTRAINT "unit_days" CHECK ("since" <= "until" + 1);
ALTER TABLE "unit" ADD CONSTRAINT "unit_that_ended_is_inactive" CHECK ("until" IS NULL OR NOT "active");
ALTER TABLE "unit" ADD CONSTRAINT "unit_succeeded_by_another" CHECK ("successor_id" IS NULL OR ("successor_id" <> "id" AND "until" IS NOT NULL));
ALTER TABLE "change_of_units" ADD CONSTRAINT "change_of_units_ground" CHECK (char_length("ground") >= 5);
ALTER TABLE "change_of_units" ADD CONSTRAINT "change_of_units_before" CHECK (CASE "action"
  WHEN 'created' THEN cardinality("before") = 0 WHEN 'merged' THEN cardinality("before") >= 2 ELSE cardinality("before") = 1 END);
ALTER TABLE "change_of_units" ADD CONSTRAINT "change_of_units_after" CHECK (jsonb_typeof("after") = 'array' AND CASE "action"
  WHEN 'closed' THEN jsonb_array_length("after") = 0 WHEN 'split' THEN jsonb_array_length("after") >= 2
  ELSE jsonb_array_length("after") = 1 END);
ALTER TABLE "change_of_units" ADD CONSTRAINT "change_of_units_one_end" CHECK ("applied_at" IS NULL OR "undone_at" IS NULL);
ALTER TABLE "change_of_units" ADD CONSTRAINT "change_of_units_undone" CHECK (("undone_at" IS NULL) = ("undone_by_id" IS NULL));
ALTER TABLE "change_of_units" ADD CONSTRAINT "change_of_units_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "change_of_units" ADD CONSTRAINT "change_of_units_made_by" CHECK ("made_by" ~ '^draft:[1-9][0-9]*$');

-- The unit that an exemplar's, or any, unit was on a day: the unit itself while it lasted, else the one that took over.
CREATE FUNCTION unit_on(unit_id int, day date) RETURNS int LANGUAGE sql STABLE AS $$
  WITH RECURSIVE line AS (
    SELECT u.id, u.until, u.successor_id, 0 AS n FROM unit u WHERE u.id = unit_id
    UNION ALL
    SELECT s.id, s.until, s.successor_id, l.n + 1 FROM line l JOIN unit s ON s.id = l.successor_id
    WHERE l.until < day AND l.n < 20)
  SELECT id FROM line ORDER BY n DESC LIMIT 1
$$;
