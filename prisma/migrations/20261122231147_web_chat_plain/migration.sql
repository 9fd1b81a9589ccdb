-- AlterTable
ALTER TABLE "web_chat" ADD COLUMN     "plain" BOOLEAN NOT NULL DEFAULT false;
