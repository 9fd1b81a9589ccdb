-- CreateEnum
CREATE TYPE "fostering_kind" AS ENUM ('nurture', 'publicise', 'honour', 'exchange');

-- CreateEnum
CREATE TYPE "fostering_action" AS ENUM ('save', 'lead', 'add', 'done', 'move', 'drop', 'reopen');

-- AlterEnum
ALTER TYPE "history" ADD VALUE 'fostering_change';

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "fostering_step_id" INTEGER;

-- CreateTable
CREATE TABLE "fostering_plan" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "lead" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER NOT NULL,

    CONSTRAINT "fostering_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fostering_step" (
    "id" SERIAL NOT NULL,
    "fostering_plan_id" INTEGER NOT NULL,
    "exemplar_id" INTEGER,
    "kind" "fostering_kind" NOT NULL,
    "what" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,
    "dropped_at" TIMESTAMPTZ(3),
    "drop_reason" TEXT,

    CONSTRAINT "fostering_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fostering_change" (
    "id" SERIAL NOT NULL,
    "fostering_plan_id" INTEGER NOT NULL,
    "step_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "on_behalf" BOOLEAN NOT NULL DEFAULT false,
    "action" "fostering_action" NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "erased" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "fostering_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step_nudge" (
    "id" SERIAL NOT NULL,
    "step_id" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "stage" TEXT NOT NULL,
    "offset_days" INTEGER,
    "person_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "delivery_id" INTEGER NOT NULL,

    CONSTRAINT "step_nudge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "fostering_plan_unit_id_idx" ON "fostering_plan"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "fostering_plan_plan_id_unit_id_key" ON "fostering_plan"("plan_id", "unit_id");

-- CreateIndex
CREATE INDEX "fostering_step_fostering_plan_id_idx" ON "fostering_step"("fostering_plan_id");

-- CreateIndex
CREATE INDEX "fostering_step_exemplar_id_idx" ON "fostering_step"("exemplar_id");

-- CreateIndex
CREATE INDEX "fostering_change_fostering_plan_id_id_idx" ON "fostering_change"("fostering_plan_id", "id");

-- CreateIndex
CREATE INDEX "fostering_change_step_id_idx" ON "fostering_change"("step_id");

-- CreateIndex
CREATE INDEX "step_nudge_delivery_id_idx" ON "step_nudge"("delivery_id");

-- CreateIndex
CREATE INDEX "step_nudge_person_id_idx" ON "step_nudge"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "step_nudge_step_id_due_on_stage_person_id_key" ON "step_nudge"("step_id", "due_on", "stage", "person_id");

-- CreateIndex
CREATE INDEX "attachment_fostering_step_id_idx" ON "attachment"("fostering_step_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_fostering_step_id_fkey" FOREIGN KEY ("fostering_step_id") REFERENCES "fostering_step"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_plan" ADD CONSTRAINT "fostering_plan_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_plan" ADD CONSTRAINT "fostering_plan_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_plan" ADD CONSTRAINT "fostering_plan_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_step" ADD CONSTRAINT "fostering_step_fostering_plan_id_fkey" FOREIGN KEY ("fostering_plan_id") REFERENCES "fostering_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_step" ADD CONSTRAINT "fostering_step_exemplar_id_fkey" FOREIGN KEY ("exemplar_id") REFERENCES "exemplar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_change" ADD CONSTRAINT "fostering_change_fostering_plan_id_fkey" FOREIGN KEY ("fostering_plan_id") REFERENCES "fostering_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_change" ADD CONSTRAINT "fostering_change_step_id_fkey" FOREIGN KEY ("step_id") REFERENCES "fostering_step"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fostering_change" ADD CONSTRAINT "fostering_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_nudge" ADD CONSTRAINT "step_nudge_step_id_fkey" FOREIGN KEY ("step_id") REFERENCES "fostering_step"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_nudge" ADD CONSTRAINT "step_nudge_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_nudge" ADD CONSTRAINT "step_nudge_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Written by hand: the open steps by their day, for the planner of nudges.
CREATE INDEX "fostering_step_open" ON "fostering_step"("due_on") WHERE "done_on" IS NULL AND "dropped_at" IS NULL;

ALTER TABLE "fostering_plan" ADD CONSTRAINT "fostering_plan_lead" CHECK (char_length("lead") BETWEEN 1 AND 500);
ALTER TABLE "fostering_step" ADD CONSTRAINT "fostering_step_words" CHECK (
  char_length("what") BETWEEN 1 AND 2000 AND char_length("who") BETWEEN 1 AND 500);
ALTER TABLE "fostering_step" ADD CONSTRAINT "fostering_step_done_or_dropped" CHECK (num_nonnulls("done_on", "dropped_at") <= 1);
ALTER TABLE "fostering_step" ADD CONSTRAINT "fostering_step_dropped_with_a_reason" CHECK (("dropped_at" IS NULL) = ("drop_reason" IS NULL));
ALTER TABLE "fostering_change" ADD CONSTRAINT "fostering_change_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "fostering_change" ADD CONSTRAINT "fostering_change_has_its_step" CHECK (
  ("action" IN ('save', 'lead')) = ("step_id" IS NULL));
ALTER TABLE "fostering_change" ADD CONSTRAINT "fostering_change_has_its_reason" CHECK (
  "erased" OR "action" NOT IN ('drop', 'reopen') OR ("reason" IS NOT NULL AND char_length("reason") >= 10));
ALTER TABLE "step_nudge" ADD CONSTRAINT "step_nudge_stage" CHECK (
  "stage" ~ '^(before-[1-9]\d*|last-day|after-[1-9]\d*|again-\d{4}-\d\d-\d\d)$');
ALTER TABLE "step_nudge" ADD CONSTRAINT "step_nudge_offset" CHECK (("offset_days" IS NULL) = ("stage" ~ '^again-'));

-- Evidence of a step is an attachment with one owner more.
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_has_one_owner", ADD CONSTRAINT "attachment_has_one_owner" CHECK (
  num_nonnulls("exemplar_id", "filing_id", "fostering_step_id") = 1
  OR (num_nonnulls("exemplar_id", "filing_id", "fostering_step_id") = 0 AND ("draft_id" IS NOT NULL OR "removed_at" IS NOT NULL)));

-- The history is append-only; only the history of people has an account to erase.
CREATE TRIGGER "fostering_change_append_only" BEFORE INSERT OR UPDATE OR DELETE ON "fostering_change"
  FOR EACH ROW EXECUTE FUNCTION "guard_history"();
CREATE TRIGGER "fostering_change_not_emptied" BEFORE TRUNCATE ON "fostering_change" EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "history_erasure" DROP CONSTRAINT "history_erasure_parts", ADD CONSTRAINT "history_erasure_parts" CHECK ("parts" IS NOT NULL AND array_to_string("parts", ' ') ~ CASE "history"
  WHEN 'filing_change' THEN '^reason$'
  WHEN 'person_change' THEN '^(reason|account_id|(before|after)(\.\w+)?)( (reason|account_id|(before|after)(\.\w+)?))*$'
  ELSE '^(reason|(before|after)(\.\w+)?)( (reason|(before|after)(\.\w+)?))*$' END);
