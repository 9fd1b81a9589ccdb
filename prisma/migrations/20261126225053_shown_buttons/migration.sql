-- AlterTable
ALTER TABLE "chat" ADD COLUMN     "shown" JSONB;
