-- CreateEnum
CREATE TYPE "activity_kind" AS ENUM ('publicity', 'visit', 'experience_report', 'training', 'honour', 'inspection');

-- CreateEnum
CREATE TYPE "activity_action" AS ENUM ('log', 'mend', 'withdraw');

-- CreateEnum
CREATE TYPE "help_state" AS ENUM ('open', 'taken', 'closed');

-- CreateEnum
CREATE TYPE "help_action" AS ENUM ('ask', 'mend', 'take', 'close');

-- AlterEnum
ALTER TYPE "history" ADD VALUE 'activity_change';
ALTER TYPE "history" ADD VALUE 'help_request_change';

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "activity_id" INTEGER;

-- CreateTable
CREATE TABLE "activity" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "unit_id" INTEGER,
    "kind" "activity_kind" NOT NULL,
    "held_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "reached" INTEGER,
    "broadcasts" INTEGER,
    "minutes" INTEGER,
    "link" TEXT,
    "note" TEXT,
    "logged_at" TIMESTAMPTZ(3) NOT NULL,
    "logged_by_id" INTEGER NOT NULL,
    "logged_as" "role" NOT NULL,
    "channel" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdraw_reason" TEXT,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_exemplar" (
    "activity_id" INTEGER NOT NULL,
    "exemplar_id" INTEGER NOT NULL,

    CONSTRAINT "activity_exemplar_pkey" PRIMARY KEY ("activity_id","exemplar_id")
);

-- CreateTable
CREATE TABLE "activity_change" (
    "id" SERIAL NOT NULL,
    "activity_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "action" "activity_action" NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "erased" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "activity_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_request" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "exemplar_id" INTEGER,
    "text" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "state" "help_state" NOT NULL DEFAULT 'open',
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "help_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_request_change" (
    "id" SERIAL NOT NULL,
    "help_request_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "action" "help_action" NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "erased" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "help_request_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "activity_plan_id_unit_id_held_on_idx" ON "activity"("plan_id", "unit_id", "held_on");

-- CreateIndex
CREATE INDEX "activity_plan_id_held_on_idx" ON "activity"("plan_id", "held_on");

-- CreateIndex
CREATE INDEX "activity_exemplar_exemplar_id_idx" ON "activity_exemplar"("exemplar_id");

-- CreateIndex
CREATE INDEX "activity_change_activity_id_id_idx" ON "activity_change"("activity_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "help_request_made_by_key" ON "help_request"("made_by");

-- CreateIndex
CREATE INDEX "help_request_state_asked_at_idx" ON "help_request"("state", "asked_at");

-- CreateIndex
CREATE INDEX "help_request_plan_id_unit_id_idx" ON "help_request"("plan_id", "unit_id");

-- CreateIndex
CREATE INDEX "help_request_exemplar_id_idx" ON "help_request"("exemplar_id");

-- CreateIndex
CREATE INDEX "help_request_change_help_request_id_id_idx" ON "help_request_change"("help_request_id", "id");

-- CreateIndex
CREATE INDEX "attachment_activity_id_idx" ON "attachment"("activity_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_logged_by_id_fkey" FOREIGN KEY ("logged_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_exemplar" ADD CONSTRAINT "activity_exemplar_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_exemplar" ADD CONSTRAINT "activity_exemplar_exemplar_id_fkey" FOREIGN KEY ("exemplar_id") REFERENCES "exemplar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_change" ADD CONSTRAINT "activity_change_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_change" ADD CONSTRAINT "activity_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_exemplar_id_fkey" FOREIGN KEY ("exemplar_id") REFERENCES "exemplar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request_change" ADD CONSTRAINT "help_request_change_help_request_id_fkey" FOREIGN KEY ("help_request_id") REFERENCES "help_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request_change" ADD CONSTRAINT "help_request_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand.
-- The owners of a file, with activities (src/attachments/owners.ts).
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_has_one_owner", ADD CONSTRAINT "attachment_has_one_owner" CHECK (
  num_nonnulls("exemplar_id", "filing_id", "fostering_step_id", "activity_id") = 1
  OR (num_nonnulls("exemplar_id", "filing_id", "fostering_step_id", "activity_id") = 0 AND ("draft_id" IS NOT NULL OR "removed_at" IS NOT NULL)));

ALTER TABLE "activity" ADD CONSTRAINT "activity_place" CHECK (char_length("place") BETWEEN 1 AND 300);
ALTER TABLE "activity" ADD CONSTRAINT "activity_reached" CHECK ("reached" BETWEEN 1 AND 100000000);
-- Only publicity is broadcast (Plan 101, V.2).
ALTER TABLE "activity" ADD CONSTRAINT "activity_broadcasts" CHECK (
  "broadcasts" IS NULL OR ("kind" = 'publicity' AND "broadcasts" BETWEEN 1 AND 100000));
ALTER TABLE "activity" ADD CONSTRAINT "activity_minutes" CHECK (
  "minutes" IS NULL OR ("kind" = 'publicity' AND "minutes" BETWEEN 1 AND 1000000));
ALTER TABLE "activity" ADD CONSTRAINT "activity_link" CHECK ("link" ~ '^https?://\S+$' AND char_length("link") <= 500);
ALTER TABLE "activity" ADD CONSTRAINT "activity_note" CHECK (char_length("note") BETWEEN 1 AND 2000);
ALTER TABLE "activity" ADD CONSTRAINT "activity_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
-- A liaison logs for a unit; a publicist logs publicity, of no unit.
ALTER TABLE "activity" ADD CONSTRAINT "activity_logged_as" CHECK (CASE "logged_as"
  WHEN 'liaison' THEN "unit_id" IS NOT NULL
  WHEN 'publicist' THEN "unit_id" IS NULL AND "kind" = 'publicity'
  ELSE "logged_as" = 'officer' END);
ALTER TABLE "activity" ADD CONSTRAINT "activity_withdrawn" CHECK (
  ("withdrawn_at" IS NULL) = ("withdraw_reason" IS NULL) AND ("withdraw_reason" IS NULL OR char_length("withdraw_reason") >= 10));

ALTER TABLE "activity_change" ADD CONSTRAINT "activity_change_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "activity_change" ADD CONSTRAINT "activity_change_has_its_reason" CHECK (
  "erased" OR "action" <> 'withdraw' OR ("reason" IS NOT NULL AND char_length("reason") >= 10));

ALTER TABLE "help_request" ADD CONSTRAINT "help_request_text" CHECK (char_length("text") BETWEEN 1 AND 2000);
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_note" CHECK (char_length("note") BETWEEN 1 AND 2000);
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_made_by" CHECK ("made_by" ~ '^[a-z]+:[0-9]+$');
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));

ALTER TABLE "help_request_change" ADD CONSTRAINT "help_request_change_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
-- The unit reads why its request was closed.
ALTER TABLE "help_request_change" ADD CONSTRAINT "help_request_change_has_its_reason" CHECK (
  "erased" OR "action" <> 'close' OR ("reason" IS NOT NULL AND char_length("reason") >= 1));

CREATE TRIGGER "activity_change_append_only" BEFORE INSERT OR UPDATE OR DELETE ON "activity_change"
  FOR EACH ROW EXECUTE FUNCTION "guard_history"();
CREATE TRIGGER "help_request_change_append_only" BEFORE INSERT OR UPDATE OR DELETE ON "help_request_change"
  FOR EACH ROW EXECUTE FUNCTION "guard_history"();
CREATE TRIGGER "activity_change_not_emptied" BEFORE TRUNCATE ON "activity_change" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "help_request_change_not_emptied" BEFORE TRUNCATE ON "help_request_change" EXECUTE FUNCTION "refuse_change"();
