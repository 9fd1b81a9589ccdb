-- CreateIndex
CREATE INDEX "unit_successor_id_idx" ON "unit"("successor_id");
