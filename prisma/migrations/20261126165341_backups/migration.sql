-- CreateTable
CREATE TABLE "backup" (
    "id" SERIAL NOT NULL,
    "night" DATE,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "bytes" BIGINT,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,

    CONSTRAINT "backup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "removed_file" (
    "key" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "removed_file_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "backup_night_key" ON "backup"("night");

-- CreateIndex
CREATE INDEX "backup_started_at_idx" ON "backup"("started_at");
