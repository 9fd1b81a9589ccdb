-- CreateTable
CREATE TABLE "zalo_id" (
    "id" BIGSERIAL NOT NULL,
    "external" TEXT NOT NULL,

    CONSTRAINT "zalo_id_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plain_chat" (
    "channel" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "menu" JSONB,
    "previous" JSONB,
    "letters" BOOLEAN NOT NULL DEFAULT false,
    "unsure" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "plain_chat_pkey" PRIMARY KEY ("channel","chat_id")
);

-- CreateTable
CREATE TABLE "linked_file" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "linked_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "zalo_id_external_key" ON "zalo_id"("external");

-- CreateIndex
CREATE INDEX "linked_file_expires_at_idx" ON "linked_file"("expires_at");
