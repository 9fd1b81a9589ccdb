-- CreateEnum
CREATE TYPE "person_action" AS ENUM ('role_given', 'role_ended', 'unit_moved', 'account_linked', 'account_moved', 'account_removed', 'draft_taken');

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "menu_hash" TEXT;

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "invitee_name" TEXT,
ADD COLUMN     "made_by" TEXT,
ADD COLUMN     "used_channel" TEXT;

-- CreateTable
CREATE TABLE "person_change" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER,
    "channel" TEXT NOT NULL,
    "action" "person_action" NOT NULL,
    "reason" TEXT,
    "membership_id" INTEGER,
    "account_id" INTEGER,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "person_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_change_person_id_id_idx" ON "person_change"("person_id", "id");

-- CreateIndex
CREATE INDEX "person_change_membership_id_idx" ON "person_change"("membership_id");

-- CreateIndex
CREATE INDEX "person_change_account_id_idx" ON "person_change"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_made_by_key" ON "invitation"("made_by");

-- CreateIndex
CREATE INDEX "invitation_used_at_idx" ON "invitation"("used_at");

-- AddForeignKey
ALTER TABLE "person_change" ADD CONSTRAINT "person_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_change" ADD CONSTRAINT "person_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Written by hand: Prisma's schema language has no CHECKs, partial indexes or triggers.

-- A role is held once at a time. Two accounts that took a code at one instant could have made it twice: the older one stays.
UPDATE membership m SET until = m.since
WHERE until IS NULL AND EXISTS (
  SELECT 1 FROM membership older
  WHERE older.until IS NULL AND older.person_id = m.person_id AND older.role = m.role
    AND older.unit_id IS NOT DISTINCT FROM m.unit_id AND older.id < m.id);
CREATE UNIQUE INDEX "membership_living_of_unit" ON "membership" ("person_id", "role", "unit_id")
  WHERE "until" IS NULL AND "unit_id" IS NOT NULL;
CREATE UNIQUE INDEX "membership_living_of_office" ON "membership" ("person_id", "role")
  WHERE "until" IS NULL AND "unit_id" IS NULL;

-- NOT VALID: what a database of the last release holds is left as it is, whatever it is.
ALTER TABLE "membership" ADD CONSTRAINT "membership_of_a_unit_or_the_office"
  CHECK (("role" IN ('liaison', 'head')) = ("unit_id" IS NOT NULL)) NOT VALID;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_gives_a_role_or_links"
  CHECK (("role" IS NULL) = ("links_to_id" IS NOT NULL)) NOT VALID;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invitee_name_length"
  CHECK (char_length("invitee_name") BETWEEN 1 AND 200);

ALTER TABLE "person_change" ADD CONSTRAINT "person_change_has_its_subject" CHECK (
  ("action" NOT IN ('role_given', 'role_ended', 'unit_moved') OR "membership_id" IS NOT NULL) AND
  ("action" NOT IN ('account_linked', 'account_moved', 'account_removed') OR "account_id" IS NOT NULL));
ALTER TABLE "person_change" ADD CONSTRAINT "person_change_has_its_reason" CHECK (
  "action" NOT IN ('role_ended', 'unit_moved', 'account_removed')
  OR ("by_id" IS NOT NULL AND "reason" IS NOT NULL AND char_length("reason") >= 10));

CREATE FUNCTION "refuse_change_of_history"() RETURNS trigger AS $$
BEGIN
  RAISE EXCEPTION 'history is only added to (%)', TG_TABLE_NAME;
END
$$ LANGUAGE plpgsql;

CREATE TRIGGER "person_change_is_only_added_to" BEFORE UPDATE OR DELETE ON "person_change"
FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_history"();
