-- AlterEnum
ALTER TYPE "fostering_action" ADD VALUE 'carry' BEFORE 'drop';

-- AlterEnum
ALTER TYPE "help_action" ADD VALUE 'carry' BEFORE 'close';

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "ending" JSONB;

-- Written by hand. Plans that closed before keep what became of their work in its own histories alone.
ALTER TABLE "plan" ADD CONSTRAINT "plan_ending_of_a_closed_one" CHECK ("ending" IS NULL OR "closed_at" IS NOT NULL);
