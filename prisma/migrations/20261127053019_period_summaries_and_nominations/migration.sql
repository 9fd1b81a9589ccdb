-- CreateEnum
CREATE TYPE "nomination_state" AS ENUM ('nominated', 'chosen', 'not_chosen', 'withdrawn');

-- CreateEnum
CREATE TYPE "nomination_action" AS ENUM ('nominate', 'change', 'withdraw', 'choose', 'drop');

-- AlterEnum
ALTER TYPE "history" ADD VALUE 'nomination_change';

-- CreateTable
CREATE TABLE "period_summary" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "duty" TEXT NOT NULL,
    "occurrence" TEXT NOT NULL DEFAULT '',
    "from_year" INTEGER NOT NULL,
    "to_year" INTEGER NOT NULL,
    "filing_id" INTEGER NOT NULL,
    "results" TEXT NOT NULL,
    "difficulties" TEXT NOT NULL,
    "proposals" TEXT NOT NULL,
    "directions" TEXT NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "period_summary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "exemplar_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "grounds" TEXT NOT NULL,
    "state" "nomination_state" NOT NULL DEFAULT 'nominated',
    "nominated_at" TIMESTAMPTZ(3) NOT NULL,
    "nominated_by_id" INTEGER NOT NULL,
    "on_behalf" BOOLEAN NOT NULL DEFAULT false,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" INTEGER,
    "reason" TEXT,

    CONSTRAINT "nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination_change" (
    "id" SERIAL NOT NULL,
    "nomination_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "action" "nomination_action" NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "erased" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "nomination_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegate_number" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "delegates" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,

    CONSTRAINT "delegate_number_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "period_summary_filing_id_key" ON "period_summary"("filing_id");

-- CreateIndex
CREATE INDEX "period_summary_plan_id_unit_id_duty_occurrence_idx" ON "period_summary"("plan_id", "unit_id", "duty", "occurrence");

-- CreateIndex
CREATE INDEX "nomination_plan_id_unit_id_idx" ON "nomination"("plan_id", "unit_id");

-- CreateIndex
CREATE INDEX "nomination_exemplar_id_idx" ON "nomination"("exemplar_id");

-- CreateIndex
CREATE UNIQUE INDEX "nomination_plan_id_exemplar_id_key" ON "nomination"("plan_id", "exemplar_id");

-- CreateIndex
CREATE INDEX "nomination_change_nomination_id_id_idx" ON "nomination_change"("nomination_id", "id");

-- CreateIndex
CREATE INDEX "delegate_number_plan_id_id_idx" ON "delegate_number"("plan_id", "id");

-- AddForeignKey
ALTER TABLE "period_summary" ADD CONSTRAINT "period_summary_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_summary" ADD CONSTRAINT "period_summary_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_summary" ADD CONSTRAINT "period_summary_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_exemplar_id_fkey" FOREIGN KEY ("exemplar_id") REFERENCES "exemplar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_nominated_by_id_fkey" FOREIGN KEY ("nominated_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_change" ADD CONSTRAINT "nomination_change_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_change" ADD CONSTRAINT "nomination_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegate_number" ADD CONSTRAINT "delegate_number_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegate_number" ADD CONSTRAINT "delegate_number_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand.
ALTER TABLE "period_summary" ADD CONSTRAINT "period_summary_duty" CHECK ("duty" ~ '^[A-Za-z][A-Za-z0-9_-]*$');
ALTER TABLE "period_summary" ADD CONSTRAINT "period_summary_occurrence" CHECK (
  "occurrence" ~ '^(\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?)?$');
ALTER TABLE "period_summary" ADD CONSTRAINT "period_summary_years" CHECK (
  "from_year" >= 1990 AND "to_year" BETWEEN "from_year" AND 2200);
ALTER TABLE "period_summary" ADD CONSTRAINT "period_summary_answers" CHECK (jsonb_typeof("answers") = 'object');

ALTER TABLE "nomination" ADD CONSTRAINT "nomination_grounds" CHECK ("grounds" <> '');
-- An officer has decided on it, or nothing of a decision is there.
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_decided" CHECK (
  num_nonnulls("decided_at", "decided_by_id") = CASE WHEN "state" IN ('chosen', 'not_chosen') THEN 2 ELSE 0 END);
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_reason" CHECK (
  CASE "state" WHEN 'not_chosen' THEN char_length("reason") >= 10 WHEN 'chosen' THEN "reason" IS NULL OR "reason" <> ''
    ELSE "reason" IS NULL END IS TRUE);
ALTER TABLE "nomination_change" ADD CONSTRAINT "nomination_change_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "nomination_change" ADD CONSTRAINT "nomination_change_has_its_reason" CHECK (
  "erased" OR "action" <> 'drop' OR ("reason" IS NOT NULL AND char_length("reason") >= 10));
CREATE TRIGGER "nomination_change_append_only" BEFORE INSERT OR UPDATE OR DELETE ON "nomination_change"
  FOR EACH ROW EXECUTE FUNCTION "guard_history"();
CREATE TRIGGER "nomination_change_not_emptied" BEFORE TRUNCATE ON "nomination_change"
  EXECUTE FUNCTION "refuse_change"();

ALTER TABLE "delegate_number" ADD CONSTRAINT "delegate_number_delegates" CHECK ("delegates" BETWEEN 1 AND 10000);
ALTER TABLE "delegate_number" ADD CONSTRAINT "delegate_number_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
CREATE TRIGGER "delegate_number_append_only" BEFORE UPDATE OR DELETE ON "delegate_number"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "delegate_number_not_emptied" BEFORE TRUNCATE ON "delegate_number" EXECUTE FUNCTION "refuse_change"();
