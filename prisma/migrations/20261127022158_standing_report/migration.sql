-- CreateEnum
CREATE TYPE "report_rhythm" AS ENUM ('daily', 'weekly', 'monthly', 'beforeDue');

-- CreateTable
CREATE TABLE "standing_report" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "report" TEXT NOT NULL,
    "rhythm" "report_rhythm" NOT NULL,
    "day" INTEGER,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "standing_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "standing_report_plan_id_idx" ON "standing_report"("plan_id");

-- CreateIndex
CREATE INDEX "standing_report_person_id_idx" ON "standing_report"("person_id");

-- AddForeignKey
ALTER TABLE "standing_report" ADD CONSTRAINT "standing_report_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing_report" ADD CONSTRAINT "standing_report_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A day of the week or of the month, and no other rhythm has one; nothing ends before it began.
ALTER TABLE "standing_report"
  ADD CONSTRAINT "standing_report_day" CHECK (
    case rhythm when 'weekly' then day between 1 and 7 when 'monthly' then day between 1 and 31 else day is null end is true),
  ADD CONSTRAINT "standing_report_end" CHECK (ended_at >= since);

-- The same order twice would be the same message twice.
CREATE UNIQUE INDEX "standing_report_once" ON "standing_report" (plan_id, person_id, report, rhythm, coalesce(day, 0))
  WHERE ended_at IS NULL;
