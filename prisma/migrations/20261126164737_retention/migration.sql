-- AlterTable
ALTER TABLE "plain_chat" ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "web_file" ADD COLUMN     "received" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "attachment_removed_at_idx" ON "attachment"("removed_at");

-- CreateIndex
CREATE INDEX "attachment_storage_key_idx" ON "attachment"("storage_key");

-- CreateIndex
CREATE INDEX "draft_state_idx" ON "draft"("state");

-- CreateIndex
CREATE INDEX "linked_file_storage_key_idx" ON "linked_file"("storage_key");

-- CreateIndex
CREATE INDEX "web_file_created_at_idx" ON "web_file"("created_at");

-- CreateIndex
CREATE INDEX "web_file_storage_key_idx" ON "web_file"("storage_key");

-- CreateIndex
CREATE INDEX "web_message_sent_at_idx" ON "web_message"("sent_at");

-- Written by hand: only deliveries that still have a payload, which go 30 days after they were settled.
CREATE INDEX "delivery_settled_with_payload" ON "delivery"("settled_at") WHERE "payload" <> '{}';
