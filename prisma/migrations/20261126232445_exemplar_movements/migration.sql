-- AlterTable
ALTER TABLE "exemplar" ADD COLUMN     "movements" TEXT[];
