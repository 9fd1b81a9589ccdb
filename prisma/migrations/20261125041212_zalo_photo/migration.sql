-- CreateTable
CREATE TABLE "zalo_photo" (
    "id" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "address" TEXT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "zalo_photo_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "zalo_photo_noted_at_idx" ON "zalo_photo"("noted_at");
