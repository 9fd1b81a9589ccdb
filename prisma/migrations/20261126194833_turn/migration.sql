-- AlterTable
ALTER TABLE "chat" ADD COLUMN     "draft_id" INTEGER;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "turn_chat" TEXT,
ADD COLUMN     "turn_owner" TEXT;

-- CreateIndex
CREATE INDEX "chat_draft_id_idx" ON "chat"("draft_id");

-- AddForeignKey
ALTER TABLE "chat" ADD CONSTRAINT "chat_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE SET NULL ON UPDATE CASCADE;
