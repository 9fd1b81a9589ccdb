-- The same report with another filter is another order: "Tổng hợp" of the communes, and of all.
DROP INDEX "standing_report_once";
CREATE UNIQUE INDEX "standing_report_once" ON "standing_report" (plan_id, person_id, report, rhythm, coalesce(day, 0), filter)
  WHERE ended_at IS NULL;
