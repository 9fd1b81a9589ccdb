-- CreateTable
CREATE TABLE "chat_file" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "storage_key" TEXT NOT NULL,
    "received" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "chat_file_pkey" PRIMARY KEY ("id")
);

-- The files that passed through the web chat, and those behind a link or fetched for a chat. Links have random UUIDs for
-- ids; a photo that came on Zalo has 32 digits of a digest, and goes by its age now.
INSERT INTO "chat_file" ("id", "channel", "chat_id", "name", "mime", "size", "storage_key", "received", "created_at")
SELECT "id", 'web', "chat_id", "name", "mime", "size", "storage_key", "received", "created_at" FROM "web_file";
INSERT INTO "chat_file" ("id", "channel", "chat_id", "name", "mime", "size", "storage_key", "received", "created_at", "expires_at")
SELECT "id", "channel", "chat_id", "name", "mime", "size", "storage_key", photo, "created_at", CASE WHEN NOT photo THEN "expires_at" END
FROM (SELECT *, "id" !~ '-' AS photo FROM "linked_file") file;

-- DropTable
DROP TABLE "linked_file";

-- DropTable
DROP TABLE "web_file";

-- CreateIndex
CREATE INDEX "chat_file_channel_chat_id_idx" ON "chat_file"("channel", "chat_id");

-- CreateIndex
CREATE INDEX "chat_file_created_at_idx" ON "chat_file"("created_at");

-- CreateIndex
CREATE INDEX "chat_file_expires_at_idx" ON "chat_file"("expires_at");

-- CreateIndex
CREATE INDEX "chat_file_storage_key_idx" ON "chat_file"("storage_key");

-- Written by hand: only what the bot sent is behind a link.
ALTER TABLE "chat_file" ADD CONSTRAINT "chat_file_behind_a_link" CHECK ("expires_at" IS NULL OR NOT "received");
ALTER TABLE "chat_file" ADD CONSTRAINT "chat_file_size" CHECK ("size" >= 0);
