-- CreateEnum
CREATE TYPE "exemplar_action" AS ENUM ('submit', 'resubmit', 'approve', 'return', 'reject', 'withdraw', 'reopen');

-- Every release wrote these seven words only; another one stops the migration and names itself.
ALTER TABLE "exemplar_change" ALTER COLUMN "action" TYPE "exemplar_action" USING "action"::"exemplar_action";
