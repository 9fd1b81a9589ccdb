-- CreateEnum
CREATE TYPE "asked_report_state" AS ENUM ('making', 'sent', 'cancelled', 'failed');

-- AlterTable
ALTER TABLE "chat_file" ADD COLUMN     "made_for" JSONB;

-- CreateTable
CREATE TABLE "asked_report" (
    "id" SERIAL NOT NULL,
    "update_key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "question" JSONB NOT NULL,
    "pressed_in" BIGINT,
    "state" "asked_report_state" NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "owner" TEXT,
    "shown_in" BIGINT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "asked_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "asked_report_update_key_key" ON "asked_report"("update_key");

-- CreateIndex
CREATE INDEX "asked_report_person_id_idx" ON "asked_report"("person_id");

-- CreateIndex
CREATE INDEX "asked_report_plan_id_idx" ON "asked_report"("plan_id");

-- AddForeignKey
ALTER TABLE "asked_report" ADD CONSTRAINT "asked_report_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asked_report" ADD CONSTRAINT "asked_report_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is being made has no end, and all else has one.
ALTER TABLE "asked_report"
  ADD CONSTRAINT "asked_report_channel" CHECK (channel in ('telegram', 'zalo', 'web')),
  ADD CONSTRAINT "asked_report_question" CHECK (jsonb_typeof(question) = 'object'),
  ADD CONSTRAINT "asked_report_done" CHECK (done between 0 and 100),
  ADD CONSTRAINT "asked_report_end" CHECK ((state = 'making') = (ended_at is null));

-- A second press while a report is in the making makes no second file.
CREATE UNIQUE INDEX "asked_report_once" ON "asked_report" (channel, chat_id, plan_id, question)
  WHERE state = 'making';

-- Files that were sent before have no such binding, and open as before.
ALTER TABLE "chat_file"
  ADD CONSTRAINT "chat_file_made_for" CHECK (jsonb_typeof(made_for) = 'object');
