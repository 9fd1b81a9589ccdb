-- AlterTable
ALTER TABLE "standing_report" ADD COLUMN     "filter" TEXT[] DEFAULT ARRAY[]::TEXT[];
