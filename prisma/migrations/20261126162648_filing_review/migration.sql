-- CreateEnum
CREATE TYPE "filing_status" AS ENUM ('submitted', 'accepted', 'returned');

-- CreateEnum
CREATE TYPE "filing_action" AS ENUM ('submit', 'accept', 'return', 'reopen');

-- AlterTable
ALTER TABLE "filing" ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by_id" INTEGER,
ADD COLUMN     "decision_reason" TEXT,
ADD COLUMN     "on_behalf" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "status" "filing_status" NOT NULL DEFAULT 'submitted';

-- CreateTable
CREATE TABLE "filing_change" (
    "id" SERIAL NOT NULL,
    "filing_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "action" "filing_action" NOT NULL,
    "reason" TEXT,

    CONSTRAINT "filing_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "filing_change_filing_id_id_idx" ON "filing_change"("filing_id", "id");

-- CreateIndex
CREATE INDEX "filing_status_filed_at_idx" ON "filing"("status", "filed_at");

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_change" ADD CONSTRAINT "filing_change_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_change" ADD CONSTRAINT "filing_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A decision has its day, a return has its reason, and what waits has neither.
ALTER TABLE "filing" ADD CONSTRAINT "filing_decision_check" CHECK (
  CASE "status"
    WHEN 'submitted' THEN "decided_at" IS NULL AND "decision_reason" IS NULL
    WHEN 'accepted' THEN "decided_at" IS NOT NULL AND "decision_reason" IS NULL
    ELSE "decided_at" IS NOT NULL AND char_length("decision_reason") >= 10
  END
);
ALTER TABLE "filing_change" ADD CONSTRAINT "filing_change_reason_check" CHECK (
  "action" NOT IN ('return', 'reopen') OR char_length("reason") >= 10
);

-- What was handed in before this version of the program waits for the office, and its history begins with that.
INSERT INTO "filing_change" ("filing_id", "at", "person_id", "channel", "action")
SELECT "id", "filed_at", "filed_by_id", "channel", 'submit' FROM "filing" ORDER BY "id";

-- History is only ever added to.
CREATE FUNCTION "refuse_filing_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'filing_change is append-only';
END
$$;
CREATE TRIGGER "filing_change_append_only" BEFORE UPDATE OR DELETE ON "filing_change"
  FOR EACH ROW EXECUTE FUNCTION "refuse_filing_change"();
