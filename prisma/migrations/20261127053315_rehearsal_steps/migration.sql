-- CreateTable
CREATE TABLE "rehearsal_step" (
    "id" TEXT NOT NULL,
    "ended" BOOLEAN NOT NULL DEFAULT false,
    "skipped" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "rehearsal_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rehearsal_action" (
    "step_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "heard" JSONB NOT NULL,

    CONSTRAINT "rehearsal_action_pkey" PRIMARY KEY ("step_id","n")
);

-- AddForeignKey
ALTER TABLE "rehearsal_action" ADD CONSTRAINT "rehearsal_action_step_id_fkey" FOREIGN KEY ("step_id") REFERENCES "rehearsal_step"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A step is left out by ending it.
ALTER TABLE "rehearsal_step" ADD CONSTRAINT "rehearsal_step_skipped_ended" CHECK ("ended" OR NOT "skipped");
ALTER TABLE "rehearsal_action" ADD CONSTRAINT "rehearsal_action_n" CHECK ("n" > 0);
