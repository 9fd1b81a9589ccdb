-- CreateEnum
CREATE TYPE "evaluation_result" AS ENUM ('kept', 'spread', 'declined', 'stopped');

-- CreateEnum
CREATE TYPE "evaluation_action" AS ENUM ('evaluate', 'change');

-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('proposed', 'forwarded', 'not_forwarded', 'granted', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "proposal_action" AS ENUM ('propose', 'change', 'withdraw');

-- AlterEnum
ALTER TYPE "history" ADD VALUE 'evaluation_change';
ALTER TYPE "history" ADD VALUE 'award_proposal_change';

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "evaluation_id" INTEGER,
ADD COLUMN     "part" TEXT;

-- AlterTable
ALTER TABLE "filing" ADD COLUMN     "nil_reason" TEXT,
ADD COLUMN     "returned_lines" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "evaluation" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "exemplar_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "result" "evaluation_result" NOT NULL,
    "spread_to" TEXT,
    "spread_count" INTEGER,
    "difficulties" TEXT,
    "help" TEXT,
    "lesson" TEXT,
    "evaluated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_change" (
    "id" SERIAL NOT NULL,
    "evaluation_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "action" "evaluation_action" NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "erased" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "evaluation_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_proposal" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "exemplar_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "form" TEXT,
    "title" TEXT,
    "level" TEXT NOT NULL,
    "grounds" TEXT NOT NULL,
    "state" "proposal_state" NOT NULL DEFAULT 'proposed',
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "award_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_proposal_change" (
    "id" SERIAL NOT NULL,
    "proposal_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "action" "proposal_action" NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "erased" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "award_proposal_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annual_report" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "filing_id" INTEGER NOT NULL,
    "results" TEXT NOT NULL,
    "difficulties" TEXT NOT NULL,
    "proposals" TEXT NOT NULL,
    "directions" TEXT NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "annual_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evaluation_unit_id_year_idx" ON "evaluation"("unit_id", "year");

-- CreateIndex
CREATE INDEX "evaluation_exemplar_id_idx" ON "evaluation"("exemplar_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_plan_id_exemplar_id_year_key" ON "evaluation"("plan_id", "exemplar_id", "year");

-- CreateIndex
CREATE INDEX "evaluation_change_evaluation_id_id_idx" ON "evaluation_change"("evaluation_id", "id");

-- CreateIndex
CREATE INDEX "award_proposal_plan_id_unit_id_year_idx" ON "award_proposal"("plan_id", "unit_id", "year");

-- CreateIndex
CREATE INDEX "award_proposal_exemplar_id_year_idx" ON "award_proposal"("exemplar_id", "year");

-- CreateIndex
CREATE INDEX "award_proposal_change_proposal_id_id_idx" ON "award_proposal_change"("proposal_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "annual_report_filing_id_key" ON "annual_report"("filing_id");

-- CreateIndex
CREATE INDEX "annual_report_plan_id_unit_id_year_idx" ON "annual_report"("plan_id", "unit_id", "year");

-- CreateIndex
CREATE INDEX "attachment_evaluation_id_idx" ON "attachment"("evaluation_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_exemplar_id_fkey" FOREIGN KEY ("exemplar_id") REFERENCES "exemplar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_change" ADD CONSTRAINT "evaluation_change_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_change" ADD CONSTRAINT "evaluation_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_exemplar_id_fkey" FOREIGN KEY ("exemplar_id") REFERENCES "exemplar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_proposal_change" ADD CONSTRAINT "award_proposal_change_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "award_proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_proposal_change" ADD CONSTRAINT "award_proposal_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annual_report" ADD CONSTRAINT "annual_report_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annual_report" ADD CONSTRAINT "annual_report_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annual_report" ADD CONSTRAINT "annual_report_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand.
-- The owners of a file, with evaluations (src/attachments/owners.ts).
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_has_one_owner";
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_has_one_owner" CHECK (
  num_nonnulls("exemplar_id", "filing_id", "fostering_step_id", "activity_id", "evaluation_id") = 1
  OR (num_nonnulls("exemplar_id", "filing_id", "fostering_step_id", "activity_id", "evaluation_id") = 0
    AND ("draft_id" IS NOT NULL OR "removed_at" IS NOT NULL)));
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_part" CHECK ("part" ~ '^[A-Za-z][A-Za-z0-9]*(@[A-Za-z0-9]+)?$');

ALTER TABLE "filing" ADD CONSTRAINT "filing_nil_reason" CHECK (char_length("nil_reason") BETWEEN 10 AND 1000);
ALTER TABLE "filing" ADD CONSTRAINT "filing_returned_lines" CHECK (
  "returned_lines" IS NOT NULL AND ("status" = 'returned' OR "returned_lines" = '{}'));

-- Only what was replicated was replicated somewhere.
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_spread" CHECK (
  "result" = 'spread' OR num_nonnulls("spread_to", "spread_count") = 0);
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_spread_count" CHECK ("spread_count" >= 1);
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_year" CHECK ("year" BETWEEN 1990 AND 2200);
ALTER TABLE "evaluation_change" ADD CONSTRAINT "evaluation_change_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));

-- A form of commendation or a title of emulation, and never both.
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_form_or_title" CHECK (num_nonnulls("form", "title") = 1);
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_codes" CHECK (
  coalesce("form", "title") ~ '^[A-Za-z][A-Za-z0-9_-]*$' AND "level" ~ '^[A-Za-z][A-Za-z0-9_-]*$');
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_grounds" CHECK ("grounds" <> '');
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_year" CHECK ("year" BETWEEN 1990 AND 2200);
ALTER TABLE "award_proposal_change" ADD CONSTRAINT "award_proposal_change_channel" CHECK (
  "channel" IN ('telegram', 'zalo', 'web'));

ALTER TABLE "annual_report" ADD CONSTRAINT "annual_report_answers" CHECK (jsonb_typeof("answers") = 'object');
ALTER TABLE "annual_report" ADD CONSTRAINT "annual_report_year" CHECK ("year" BETWEEN 1990 AND 2200);

CREATE TRIGGER "evaluation_change_append_only" BEFORE INSERT OR UPDATE OR DELETE ON "evaluation_change"
  FOR EACH ROW EXECUTE FUNCTION "guard_history"();
CREATE TRIGGER "award_proposal_change_append_only" BEFORE INSERT OR UPDATE OR DELETE ON "award_proposal_change"
  FOR EACH ROW EXECUTE FUNCTION "guard_history"();
CREATE TRIGGER "evaluation_change_not_emptied" BEFORE TRUNCATE ON "evaluation_change" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "award_proposal_change_not_emptied" BEFORE TRUNCATE ON "award_proposal_change"
  EXECUTE FUNCTION "refuse_change"();
