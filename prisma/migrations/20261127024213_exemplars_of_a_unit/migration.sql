-- DropIndex
DROP INDEX "exemplar_plan_id_idx";

-- CreateIndex
CREATE INDEX "exemplar_plan_id_unit_id_occurrence_idx" ON "exemplar"("plan_id", "unit_id", "occurrence");
