-- CreateTable
CREATE TABLE "carried_exemplar" (
    "plan_id" INTEGER NOT NULL,
    "exemplar_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,

    CONSTRAINT "carried_exemplar_pkey" PRIMARY KEY ("plan_id","exemplar_id")
);

-- CreateIndex
CREATE INDEX "carried_exemplar_exemplar_id_idx" ON "carried_exemplar"("exemplar_id");

-- AddForeignKey
ALTER TABLE "carried_exemplar" ADD CONSTRAINT "carried_exemplar_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carried_exemplar" ADD CONSTRAINT "carried_exemplar_exemplar_id_fkey" FOREIGN KEY ("exemplar_id") REFERENCES "exemplar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carried_exemplar" ADD CONSTRAINT "carried_exemplar_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
