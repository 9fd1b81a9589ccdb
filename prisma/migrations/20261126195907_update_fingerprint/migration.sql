-- AlterTable
ALTER TABLE "inbox_update" ADD COLUMN     "message_id" BIGINT,
ADD COLUMN     "said" INTEGER;
