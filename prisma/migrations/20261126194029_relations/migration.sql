-- What a run of the retention that was killed could have left behind, and what no one can reach any more.
DELETE FROM "web_message" m WHERE NOT EXISTS (SELECT 1 FROM "web_chat" c WHERE c."chat_id" = m."chat_id");
DELETE FROM "web_session" s WHERE NOT EXISTS (SELECT 1 FROM "web_chat" c WHERE c."chat_id" = s."chat_id");
DELETE FROM "code_attempt" a WHERE NOT EXISTS (SELECT 1 FROM "invitation" i WHERE i."id" = a."invitation_id")
  AND a."invitation_id" IS NOT NULL;

-- Files that a draft brought and did not hand over, and whose draft is gone: the retention takes what is marked as removed.
UPDATE "attachment" SET "removed_at" = now()
WHERE "draft_id" IS NULL AND num_nonnulls("exemplar_id", "filing_id") = 0 AND "removed_at" IS NULL;

-- DropForeignKey
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_exemplar_id_fkey";

-- DropForeignKey
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_filing_id_fkey";

-- DropForeignKey
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_uploaded_by_id_fkey";

-- DropForeignKey
ALTER TABLE "delivery" DROP CONSTRAINT "delivery_round_id_fkey";

-- DropForeignKey
ALTER TABLE "draft" DROP CONSTRAINT "draft_person_id_fkey";

-- DropForeignKey
ALTER TABLE "exemplar" DROP CONSTRAINT "exemplar_decided_by_id_fkey";

-- DropForeignKey
ALTER TABLE "exemplar" DROP CONSTRAINT "exemplar_leads_id_fkey";

-- DropForeignKey
ALTER TABLE "exemplar_change" DROP CONSTRAINT "exemplar_change_person_id_fkey";

-- DropForeignKey
ALTER TABLE "filing" DROP CONSTRAINT "filing_decided_by_id_fkey";

-- DropForeignKey
ALTER TABLE "invitation" DROP CONSTRAINT "invitation_created_by_id_fkey";

-- DropForeignKey
ALTER TABLE "invitation" DROP CONSTRAINT "invitation_links_to_id_fkey";

-- DropForeignKey
ALTER TABLE "invitation" DROP CONSTRAINT "invitation_unit_id_fkey";

-- DropForeignKey
ALTER TABLE "invitation" DROP CONSTRAINT "invitation_used_by_id_fkey";

-- DropForeignKey
ALTER TABLE "membership" DROP CONSTRAINT "membership_unit_id_fkey";

-- DropForeignKey
ALTER TABLE "person_change" DROP CONSTRAINT "person_change_by_id_fkey";

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_links_to_id_fkey" FOREIGN KEY ("links_to_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_used_by_id_fkey" FOREIGN KEY ("used_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_change" ADD CONSTRAINT "person_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_change" ADD CONSTRAINT "person_change_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_leads_id_fkey" FOREIGN KEY ("leads_id") REFERENCES "exemplar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exemplar_counter" ADD CONSTRAINT "exemplar_counter_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exemplar_change" ADD CONSTRAINT "exemplar_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_exemplar_id_fkey" FOREIGN KEY ("exemplar_id") REFERENCES "exemplar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "nudge_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "web_message" ADD CONSTRAINT "web_message_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "web_chat"("chat_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "web_session" ADD CONSTRAINT "web_session_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "web_chat"("chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_attempt" ADD CONSTRAINT "code_attempt_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: an attachment has exactly one owner. Until it is handed over that is the draft that brought it; a
-- draft cannot go while it owns a file that was not removed. A new owner is restated here (src/attachments/owners.ts).
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_has_one_owner" CHECK (
  num_nonnulls("exemplar_id", "filing_id") = 1
  OR (num_nonnulls("exemplar_id", "filing_id") = 0 AND ("draft_id" IS NOT NULL OR "removed_at" IS NOT NULL)));
