-- CreateEnum
CREATE TYPE "award_decision_action" AS ENUM ('record', 'mend', 'extend', 'take_back');

-- CreateEnum
CREATE TYPE "proposal_source" AS ENUM ('report', 'office');

-- AlterEnum
ALTER TYPE "history" ADD VALUE 'award_decision_change';

-- AlterEnum
ALTER TYPE "proposal_action" ADD VALUE 'forward';
ALTER TYPE "proposal_action" ADD VALUE 'decline';
ALTER TYPE "proposal_action" ADD VALUE 'grant';
ALTER TYPE "proposal_action" ADD VALUE 'refuse';
ALTER TYPE "proposal_action" ADD VALUE 'reopen';

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "award_decision_id" INTEGER;

-- AlterTable
ALTER TABLE "award_proposal" ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decision_id" INTEGER,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "source" "proposal_source" NOT NULL DEFAULT 'report';

-- CreateTable
CREATE TABLE "award_decision" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "body" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "award_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_decision_change" (
    "id" SERIAL NOT NULL,
    "decision_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "action" "award_decision_action" NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "erased" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "award_decision_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "award_decision_plan_id_decided_on_idx" ON "award_decision"("plan_id", "decided_on");

-- CreateIndex
CREATE INDEX "award_decision_change_decision_id_id_idx" ON "award_decision_change"("decision_id", "id");

-- CreateIndex
CREATE INDEX "attachment_award_decision_id_idx" ON "attachment"("award_decision_id");

-- CreateIndex
CREATE INDEX "award_proposal_plan_id_year_state_idx" ON "award_proposal"("plan_id", "year", "state");

-- CreateIndex
CREATE INDEX "award_proposal_decision_id_idx" ON "award_proposal"("decision_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_award_decision_id_fkey" FOREIGN KEY ("award_decision_id") REFERENCES "award_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "award_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_decision" ADD CONSTRAINT "award_decision_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_decision" ADD CONSTRAINT "award_decision_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_decision_change" ADD CONSTRAINT "award_decision_change_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "award_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_decision_change" ADD CONSTRAINT "award_decision_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand.
-- The owners of a file, with decisions on awards (src/attachments/owners.ts).
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_has_one_owner";
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_has_one_owner" CHECK (
  num_nonnulls("exemplar_id", "filing_id", "fostering_step_id", "activity_id", "evaluation_id", "award_decision_id") = 1
  OR (num_nonnulls("exemplar_id", "filing_id", "fostering_step_id", "activity_id", "evaluation_id", "award_decision_id") = 0
    AND ("draft_id" IS NOT NULL OR "removed_at" IS NOT NULL)));

-- A unit proposes an exemplar for the same award and level once a year.
CREATE UNIQUE INDEX "award_proposal_once" ON "award_proposal" (
  "plan_id", "unit_id", "exemplar_id", "year", coalesce("form", ''), coalesce("title", ''), "level")
  WHERE "state" <> 'withdrawn';
-- What was granted is on a decision, what was refused may be on one.
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_decision" CHECK (CASE "state"
  WHEN 'granted' THEN "decision_id" IS NOT NULL
  WHEN 'refused' THEN true
  ELSE "decision_id" IS NULL END);
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_decided" CHECK (
  "decided_at" IS NOT NULL OR "state" IN ('proposed', 'withdrawn'));
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_reason" CHECK (
  "reason" IS NULL OR ("state" IN ('not_forwarded', 'refused') AND "reason" <> ''));
ALTER TABLE "award_proposal_change" ADD CONSTRAINT "award_proposal_change_has_its_reason" CHECK (
  -- As text: a value of an enum cannot be used in the transaction that adds it.
  "erased" OR "action"::text NOT IN ('decline', 'refuse', 'reopen')
  OR ("reason" IS NOT NULL AND char_length("reason") >= 10));

ALTER TABLE "award_decision" ADD CONSTRAINT "award_decision_number" CHECK (char_length("number") BETWEEN 1 AND 60);
ALTER TABLE "award_decision" ADD CONSTRAINT "award_decision_body" CHECK (char_length("body") BETWEEN 3 AND 200);
ALTER TABLE "award_decision" ADD CONSTRAINT "award_decision_level" CHECK ("level" ~ '^[A-Za-z][A-Za-z0-9_-]*$');
ALTER TABLE "award_decision" ADD CONSTRAINT "award_decision_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
-- Two officers who record the same paper record one decision.
CREATE UNIQUE INDEX "award_decision_once" ON "award_decision" ("plan_id", "level", "decided_on", upper("number"), lower("body"))
  WHERE "taken_back_at" IS NULL;
ALTER TABLE "award_decision_change" ADD CONSTRAINT "award_decision_change_channel" CHECK (
  "channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "award_decision_change" ADD CONSTRAINT "award_decision_change_has_its_reason" CHECK (
  "erased" OR "action" IN ('record', 'extend') OR ("reason" IS NOT NULL AND char_length("reason") >= 10));

CREATE TRIGGER "award_decision_change_append_only" BEFORE INSERT OR UPDATE OR DELETE ON "award_decision_change"
  FOR EACH ROW EXECUTE FUNCTION "guard_history"();
CREATE TRIGGER "award_decision_change_not_emptied" BEFORE TRUNCATE ON "award_decision_change"
  EXECUTE FUNCTION "refuse_change"();
