-- An update writes its row twice, as it comes and as it is done, and each index is written with it.
-- So the row keeps one index over all rows, its key; the others hold only what is looked for.
ALTER TABLE "inbox_update" DROP CONSTRAINT "inbox_update_pkey";
ALTER TABLE "inbox_update" ADD CONSTRAINT "inbox_update_pkey"
  PRIMARY KEY USING INDEX "inbox_update_channel_update_key_key";

DROP INDEX "inbox_update_chat_key_status_id_idx";
DROP INDEX "inbox_update_status_id_idx";
CREATE INDEX "inbox_update_pending" ON "inbox_update"("chat_key", "id") WHERE "status" = 'pending';
CREATE INDEX "inbox_update_failed" ON "inbox_update"("id") WHERE "status" = 'failed';
-- What an edited message said before.
CREATE INDEX "inbox_update_said" ON "inbox_update"("chat_key", "message_id")
  WHERE "status" <> 'pending' AND "message_id" IS NOT NULL;

ALTER TABLE "chat" ADD COLUMN "claims" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "ended" INTEGER NOT NULL DEFAULT 0;

-- No statement looks for drafts by their state alone; a turn that did read every open draft.
DROP INDEX "draft_state_idx";

-- Rows that every turn writes: with room on their page a new version needs no index entries.
ALTER TABLE "chat" SET (fillfactor = 50);
ALTER TABLE "draft" SET (fillfactor = 60);
