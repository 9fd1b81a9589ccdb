-- CreateTable
CREATE TABLE "submission_file" (
    "change_id" INTEGER NOT NULL,
    "attachment_id" INTEGER NOT NULL,

    CONSTRAINT "submission_file_pkey" PRIMARY KEY ("change_id","attachment_id")
);

-- CreateTable
CREATE TABLE "report_file" (
    "filing_id" INTEGER NOT NULL,
    "attachment_id" INTEGER NOT NULL,

    CONSTRAINT "report_file_pkey" PRIMARY KEY ("filing_id","attachment_id")
);

-- CreateIndex
CREATE INDEX "submission_file_attachment_id_idx" ON "submission_file"("attachment_id");

-- CreateIndex
CREATE INDEX "report_file_attachment_id_idx" ON "report_file"("attachment_id");

-- AddForeignKey
ALTER TABLE "submission_file" ADD CONSTRAINT "submission_file_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "exemplar_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_file" ADD CONSTRAINT "submission_file_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "annual_report"("filing_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand.
-- The files of what was sent before: those that had arrived by then and were not yet replaced. Files of exemplars that
-- were replaced have gone within a day until now.
INSERT INTO "submission_file" ("change_id", "attachment_id")
SELECT c."id", a."id"
FROM "exemplar_change" c
JOIN "attachment" a ON a."exemplar_id" = c."exemplar_id"
WHERE c."action" IN ('submit', 'resubmit') AND a."uploaded_at" <= c."at"
  AND (a."removed_at" IS NULL OR a."removed_at" > c."at");

INSERT INTO "report_file" ("filing_id", "attachment_id")
SELECT r."filing_id", a."id"
FROM "annual_report" r
JOIN "filing" f ON f."id" = r."filing_id"
JOIN "evaluation" e ON e."plan_id" = r."plan_id" AND e."unit_id" = r."unit_id" AND e."year" = r."year"
JOIN "attachment" a ON a."evaluation_id" = e."id"
WHERE a."uploaded_at" <= f."filed_at" AND (a."removed_at" IS NULL OR a."removed_at" > f."filed_at");
