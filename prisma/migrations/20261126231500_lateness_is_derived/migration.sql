-- Lateness follows from the first submission and the due in force (src/exemplars/lateness.ts): a due that moves needs no repair.
ALTER TABLE "exemplar" DROP COLUMN "late";
