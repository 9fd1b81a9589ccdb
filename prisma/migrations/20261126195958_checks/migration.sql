-- What the program never writes the database does not take. Every release so far wrote only what these hold, so each is
-- checked for the rows that are there too: one that breaks a constraint stops the migration and is named.

-- Channels. Another channel restates these (docs/developing.md, "Add a channel").
ALTER TABLE "account" ADD CONSTRAINT "account_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_used_channel" CHECK ("used_channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "exemplar_change" ADD CONSTRAINT "exemplar_change_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "filing" ADD CONSTRAINT "filing_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "filing_change" ADD CONSTRAINT "filing_change_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "person_change" ADD CONSTRAINT "person_change_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "inbox_update" ADD CONSTRAINT "inbox_update_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "plain_chat" ADD CONSTRAINT "plain_chat_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "chat_file" ADD CONSTRAINT "chat_file_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));

-- Languages (src/i18n.ts).
ALTER TABLE "person" ADD CONSTRAINT "person_locale" CHECK ("locale" IN ('vi', 'en'));
ALTER TABLE "account" ADD CONSTRAINT "account_locale" CHECK ("locale" IN ('vi', 'en'));

-- Codes of the plan, of forms and of notices: their lists are the plan file's and the program's, their shape is fixed.
ALTER TABLE "unit" ADD CONSTRAINT "unit_code" CHECK ("code" ~ '^[A-Z][A-Z0-9]{0,11}$');
ALTER TABLE "unit" ADD CONSTRAINT "unit_kind" CHECK ("kind" ~ '^[A-Za-z][A-Za-z0-9_-]*$');
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_category" CHECK ("category" ~ '^[A-Za-z][A-Za-z0-9_-]*$');
ALTER TABLE "filing" ADD CONSTRAINT "filing_duty" CHECK ("duty" ~ '^[A-Za-z][A-Za-z0-9_-]*$');
ALTER TABLE "nudge" ADD CONSTRAINT "nudge_duty" CHECK ("duty" ~ '^[A-Za-z][A-Za-z0-9_-]*$');
ALTER TABLE "nudge_round" ADD CONSTRAINT "nudge_round_duty" CHECK ("duty" ~ '^[A-Za-z][A-Za-z0-9_-]*$');
ALTER TABLE "draft" ADD CONSTRAINT "draft_form" CHECK ("form" ~ '^[a-z]+(-[a-z]+)*$');
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_kind" CHECK ("kind" ~ '^[a-z]+([-_][a-z]+)*$');
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_code" CHECK ("code" ~ '^[A-Z0-9]{8}$');

-- Years; 0 for a duty that is due once.
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_year" CHECK ("year" BETWEEN 2000 AND 2100);
ALTER TABLE "exemplar_counter" ADD CONSTRAINT "exemplar_counter_year" CHECK ("year" BETWEEN 2000 AND 2100);
ALTER TABLE "filing" ADD CONSTRAINT "filing_year" CHECK ("year" = 0 OR "year" BETWEEN 2000 AND 2100);
ALTER TABLE "nudge" ADD CONSTRAINT "nudge_year" CHECK ("year" = 0 OR "year" BETWEEN 2000 AND 2100);
ALTER TABLE "nudge_round" ADD CONSTRAINT "nudge_round_year" CHECK ("year" = 0 OR "year" BETWEEN 2000 AND 2100);

-- Exemplars.
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_sex" CHECK ("sex" IN ('male', 'female'));
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_birth_year" CHECK ("birth_year" BETWEEN 1850 AND 2100);
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_member_count" CHECK ("member_count" > 0);
-- What was decided has its day; what waits has none. An exemplar may be withdrawn before and after.
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_decision" CHECK (CASE "status"
  WHEN 'submitted' THEN "decided_at" IS NULL AND "decided_by_id" IS NULL
  WHEN 'withdrawn' THEN true
  ELSE "decided_at" IS NOT NULL END);
ALTER TABLE "exemplar_counter" ADD CONSTRAINT "exemplar_counter_last" CHECK ("last" > 0);
ALTER TABLE "exemplar_change" ADD CONSTRAINT "exemplar_change_has_its_reason" CHECK (
  "erased" OR "action" NOT IN ('return', 'reject', 'reopen') OR ("reason" IS NOT NULL AND char_length("reason") >= 10));

-- Files.
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_size" CHECK ("size" BETWEEN 1 AND 20971520);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_mime" CHECK ("mime" ~ '^[a-z]+/[a-z0-9.+-]+$');
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_storage_key" CHECK (starts_with("storage_key", 'attachments/'));
ALTER TABLE "chat_file" ADD CONSTRAINT "chat_file_mime" CHECK ("mime" ~ '^[a-z]+/[a-z0-9.+-]+$');
ALTER TABLE "chat_file" ADD CONSTRAINT "chat_file_storage_key" CHECK ("storage_key" ~ '^(web|links)/');

-- Drafts: a person's, or of a chat that no person owns yet.
ALTER TABLE "draft" ADD CONSTRAINT "draft_owner" CHECK (num_nonnulls("person_id", "chat_key") > 0);
ALTER TABLE "draft" ADD CONSTRAINT "draft_rev" CHECK ("rev" >= 0);
ALTER TABLE "draft" ADD CONSTRAINT "draft_answers" CHECK (jsonb_typeof("answers") = 'object');
ALTER TABLE "draft" ADD CONSTRAINT "draft_subject" CHECK (jsonb_typeof("subject") = 'object');

-- Nudges and deliveries. Only a step of the ladder has days to count.
ALTER TABLE "nudge" ADD CONSTRAINT "nudge_stage" CHECK (
  "stage" ~ '^(before-[1-9]\d*|last-day|after-[1-9]\d*|round-[1-9]\d*|again-\d{4}-\d\d-\d\d)$');
ALTER TABLE "nudge" ADD CONSTRAINT "nudge_offset" CHECK (("offset_days" IS NULL) = ("stage" ~ '^(round|again)-'));
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_attempts" CHECK ("attempts" >= 0);
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_settled" CHECK (("status" = 'pending') = ("settled_at" IS NULL));

-- Updates: what was handled says nothing of its content any more.
ALTER TABLE "inbox_update" ADD CONSTRAINT "inbox_update_chat_key" CHECK (starts_with("chat_key", "channel" || ':'));
ALTER TABLE "inbox_update" ADD CONSTRAINT "inbox_update_attempts" CHECK ("attempts" >= 0);
ALTER TABLE "inbox_update" ADD CONSTRAINT "inbox_update_settled" CHECK (("status" = 'pending') = ("settled_at" IS NULL));
ALTER TABLE "inbox_update" ADD CONSTRAINT "inbox_update_payload" CHECK ("status" <> 'done' OR "payload" IS NULL);

-- The rest.
ALTER TABLE "unit" ADD CONSTRAINT "unit_position" CHECK ("position" >= 0);
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_used" CHECK ("used_at" IS NOT NULL OR num_nonnulls("used_by_id", "used_channel") = 0);
ALTER TABLE "code_attempt" ADD CONSTRAINT "code_attempt_who" CHECK ("who" ~ '^(account|address|person):');
ALTER TABLE "web_chat" ADD CONSTRAINT "web_chat_last_read" CHECK ("last_read" >= 0);
ALTER TABLE "web_chat" ADD CONSTRAINT "web_chat_commands" CHECK (jsonb_typeof("commands") = 'array');
ALTER TABLE "web_message" ADD CONSTRAINT "web_message_is_one" CHECK (jsonb_typeof("message") = 'object');
ALTER TABLE "backup" ADD CONSTRAINT "backup_sizes" CHECK ("bytes" >= 0 AND "missing" >= 0);
