-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "maybe_repeated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sending_since" TIMESTAMPTZ(3),
ADD COLUMN     "unsure" INTEGER NOT NULL DEFAULT 0 CHECK ("unsure" >= 0);

-- AlterTable
ALTER TABLE "inbox_update" ADD COLUMN     "sent" JSONB;
