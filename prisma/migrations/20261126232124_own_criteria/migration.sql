-- AlterTable
ALTER TABLE "exemplar" ADD COLUMN     "leads_draft_id" INTEGER,
ADD COLUMN     "own_ticked" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "own_criterion" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "subject" "subject",
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" INTEGER NOT NULL,
    "added_via" TEXT NOT NULL,
    "replaces_id" INTEGER,
    "retired_at" TIMESTAMPTZ(3),
    "retired_by_id" INTEGER,
    "retired_via" TEXT,

    CONSTRAINT "own_criterion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "own_criterion_replaces_id_key" ON "own_criterion"("replaces_id");

-- CreateIndex
CREATE INDEX "own_criterion_plan_id_unit_id_retired_at_idx" ON "own_criterion"("plan_id", "unit_id", "retired_at");

-- CreateIndex
CREATE INDEX "own_criterion_unit_id_idx" ON "own_criterion"("unit_id");

-- CreateIndex
CREATE INDEX "exemplar_leads_draft_id_idx" ON "exemplar"("leads_draft_id");

-- AddForeignKey
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_leads_draft_id_fkey" FOREIGN KEY ("leads_draft_id") REFERENCES "draft"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_criterion" ADD CONSTRAINT "own_criterion_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_criterion" ADD CONSTRAINT "own_criterion_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_criterion" ADD CONSTRAINT "own_criterion_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_criterion" ADD CONSTRAINT "own_criterion_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "own_criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_criterion" ADD CONSTRAINT "own_criterion_retired_by_id_fkey" FOREIGN KEY ("retired_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand.
-- A leader heads a registered collective or a draft of one, never both (Plan 101, III.3.2).
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_leads_one" CHECK ("leads_id" IS NULL OR "leads_draft_id" IS NULL);
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_own_ticked" CHECK ("own_ticked" IS NOT NULL AND array_position("own_ticked", NULL) IS NULL);

ALTER TABLE "own_criterion" ADD CONSTRAINT "own_criterion_text" CHECK (length("text") BETWEEN 1 AND 2000);
ALTER TABLE "own_criterion" ADD CONSTRAINT "own_criterion_added_via" CHECK ("added_via" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "own_criterion" ADD CONSTRAINT "own_criterion_retired_via" CHECK ("retired_via" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "own_criterion" ADD CONSTRAINT "own_criterion_retired" CHECK (
  ("retired_at" IS NULL) = ("retired_by_id" IS NULL) AND ("retired_at" IS NULL) = ("retired_via" IS NULL));
CREATE UNIQUE INDEX "own_criterion_in_use" ON "own_criterion"("plan_id", "unit_id", lower("text")) WHERE "retired_at" IS NULL;

-- Exemplars point at these words: only the retirement of a row may be written, once.
CREATE FUNCTION "guard_own_criterion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."retired_at" IS NULL
    AND (to_jsonb(NEW) - ARRAY['retired_at', 'retired_by_id', 'retired_via'])
      = (to_jsonb(OLD) - ARRAY['retired_at', 'retired_by_id', 'retired_via']) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'own_criterion % is history: only its retirement is written, once', OLD."id";
END $$;
CREATE TRIGGER "own_criterion_stays" BEFORE UPDATE OR DELETE ON "own_criterion"
  FOR EACH ROW EXECUTE FUNCTION "guard_own_criterion"();
