-- AlterTable
ALTER TABLE "plain_chat" ADD COLUMN "sending_until" TIMESTAMPTZ(3);
