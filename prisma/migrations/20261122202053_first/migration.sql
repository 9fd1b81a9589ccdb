CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "role" AS ENUM ('liaison', 'head', 'officer', 'manager', 'publicist');

-- CreateEnum
CREATE TYPE "subject" AS ENUM ('collective', 'individual');

-- CreateEnum
CREATE TYPE "exemplar_status" AS ENUM ('submitted', 'approved', 'returned', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "draft_state" AS ENUM ('open', 'done', 'discarded');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('pending', 'sent', 'blocked', 'unconnected', 'dropped', 'failed');

-- CreateEnum
CREATE TYPE "inbox_status" AS ENUM ('pending', 'done', 'failed');

-- CreateTable
CREATE TABLE "unit" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" SERIAL NOT NULL,
    "name" TEXT,
    "phone" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" SERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "person_id" INTEGER,
    "reachable" BOOLEAN NOT NULL DEFAULT true,
    "locale" TEXT,
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "role" "role" NOT NULL,
    "unit_id" INTEGER,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "role" "role",
    "unit_id" INTEGER,
    "links_to_id" INTEGER,
    "created_by_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by_id" INTEGER,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" SERIAL NOT NULL,
    "form" TEXT NOT NULL,
    "person_id" INTEGER,
    "chat_key" TEXT,
    "state" "draft_state" NOT NULL DEFAULT 'open',
    "answers" JSONB NOT NULL DEFAULT '{}',
    "opened_by" TEXT NOT NULL,
    "subject" JSONB NOT NULL DEFAULT '{}',
    "cursor" TEXT,
    "last_update" TEXT,
    "rev" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exemplar" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "subject" "subject" NOT NULL,
    "category" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "birth_year" INTEGER,
    "sex" TEXT,
    "ethnicity" TEXT,
    "position" TEXT,
    "leader" BOOLEAN,
    "leads_id" INTEGER,
    "representative" TEXT,
    "member_count" INTEGER,
    "place" TEXT NOT NULL,
    "difficult_area" BOOLEAN NOT NULL,
    "direct_labour" BOOLEAN NOT NULL,
    "summary" TEXT NOT NULL,
    "criteria" TEXT[],
    "own_criteria" TEXT,
    "impact" TEXT NOT NULL,
    "endorsed_on" DATE NOT NULL,
    "minutes" TEXT,
    "status" "exemplar_status" NOT NULL,
    "late" BOOLEAN NOT NULL,
    "over_quota" BOOLEAN NOT NULL DEFAULT false,
    "exception_reason" TEXT,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_id" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" INTEGER,
    "decision_reason" TEXT,
    "returned_fields" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "exemplar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exemplar_counter" (
    "unit_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "exemplar_counter_pkey" PRIMARY KEY ("unit_id","year")
);

-- CreateTable
CREATE TABLE "exemplar_change" (
    "id" SERIAL NOT NULL,
    "exemplar_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" INTEGER,
    "channel" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "exemplar_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" SERIAL NOT NULL,
    "draft_id" INTEGER,
    "exemplar_id" INTEGER,
    "filing_id" INTEGER,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "update_key" TEXT NOT NULL,
    "uploaded_by_id" INTEGER,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing" (
    "id" SERIAL NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "duty" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "filed_by_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,

    CONSTRAINT "filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nudge" (
    "id" SERIAL NOT NULL,
    "duty" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "offset_days" INTEGER,
    "person_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "delivery_id" INTEGER NOT NULL,

    CONSTRAINT "nudge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "status" "delivery_status" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "channel" TEXT,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "round_id" INTEGER,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nudge_round" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "note" TEXT,
    "officer_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nudge_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snooze" (
    "id" SERIAL NOT NULL,
    "delivery_id" INTEGER NOT NULL,
    "remind_at" TIMESTAMPTZ(3) NOT NULL,
    "planned_at" TIMESTAMPTZ(3),

    CONSTRAINT "snooze_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_update" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "update_key" TEXT NOT NULL,
    "chat_key" TEXT NOT NULL,
    "payload" JSONB,
    "status" "inbox_status" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retry_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat" (
    "key" TEXT NOT NULL,
    "owner" TEXT,
    "state" JSONB,

    CONSTRAINT "chat_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "web_message" (
    "id" SERIAL NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "from_bot" BOOLEAN NOT NULL,
    "message" JSONB NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "version" BIGSERIAL NOT NULL,
    "deleted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "web_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "web_chat" (
    "chat_id" BIGSERIAL NOT NULL,
    "label" TEXT NOT NULL,
    "last_read" INTEGER NOT NULL DEFAULT 0,
    "commands" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "web_chat_pkey" PRIMARY KEY ("chat_id")
);

-- CreateTable
CREATE TABLE "web_file" (
    "id" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "web_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_channel_external_id_key" ON "account"("channel", "external_id");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE INDEX "membership_unit_id_idx" ON "membership"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_code_key" ON "invitation"("code");

-- CreateIndex
CREATE UNIQUE INDEX "draft_opened_by_key" ON "draft"("opened_by");

-- CreateIndex
CREATE INDEX "draft_person_id_state_idx" ON "draft"("person_id", "state");

-- CreateIndex
CREATE INDEX "draft_chat_key_state_idx" ON "draft"("chat_key", "state");

-- CreateIndex
CREATE UNIQUE INDEX "exemplar_code_key" ON "exemplar"("code");

-- CreateIndex
CREATE INDEX "exemplar_unit_id_status_idx" ON "exemplar"("unit_id", "status");

-- CreateIndex
CREATE INDEX "exemplar_status_submitted_at_idx" ON "exemplar"("status", "submitted_at");

-- CreateIndex
CREATE INDEX "exemplar_search_name_idx" ON "exemplar" USING GIN ("search_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "exemplar_change_exemplar_id_id_idx" ON "exemplar_change"("exemplar_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_update_key_key" ON "attachment"("update_key");

-- CreateIndex
CREATE INDEX "attachment_draft_id_idx" ON "attachment"("draft_id");

-- CreateIndex
CREATE INDEX "attachment_exemplar_id_idx" ON "attachment"("exemplar_id");

-- CreateIndex
CREATE INDEX "attachment_filing_id_idx" ON "attachment"("filing_id");

-- CreateIndex
CREATE INDEX "filing_unit_id_duty_year_idx" ON "filing"("unit_id", "duty", "year");

-- CreateIndex
CREATE INDEX "nudge_delivery_id_idx" ON "nudge"("delivery_id");

-- CreateIndex
CREATE UNIQUE INDEX "nudge_duty_year_unit_id_stage_person_id_key" ON "nudge"("duty", "year", "unit_id", "stage", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_key_key" ON "delivery"("key");

-- CreateIndex
CREATE INDEX "delivery_status_idx" ON "delivery"("status");

-- CreateIndex
CREATE INDEX "delivery_round_id_idx" ON "delivery"("round_id");

-- CreateIndex
CREATE UNIQUE INDEX "nudge_round_key_key" ON "nudge_round"("key");

-- CreateIndex
CREATE UNIQUE INDEX "snooze_delivery_id_remind_at_key" ON "snooze"("delivery_id", "remind_at");

-- CreateIndex
CREATE INDEX "inbox_update_chat_key_status_id_idx" ON "inbox_update"("chat_key", "status", "id");

-- CreateIndex
CREATE INDEX "inbox_update_status_id_idx" ON "inbox_update"("status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_update_channel_update_key_key" ON "inbox_update"("channel", "update_key");

-- CreateIndex
CREATE INDEX "web_message_chat_id_id_idx" ON "web_message"("chat_id", "id");

-- CreateIndex
CREATE INDEX "web_message_chat_id_version_idx" ON "web_message"("chat_id", "version");

-- CreateIndex
CREATE INDEX "web_file_chat_id_idx" ON "web_file"("chat_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_links_to_id_fkey" FOREIGN KEY ("links_to_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_used_by_id_fkey" FOREIGN KEY ("used_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_leads_id_fkey" FOREIGN KEY ("leads_id") REFERENCES "exemplar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exemplar" ADD CONSTRAINT "exemplar_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exemplar_change" ADD CONSTRAINT "exemplar_change_exemplar_id_fkey" FOREIGN KEY ("exemplar_id") REFERENCES "exemplar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exemplar_change" ADD CONSTRAINT "exemplar_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_exemplar_id_fkey" FOREIGN KEY ("exemplar_id") REFERENCES "exemplar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_filed_by_id_fkey" FOREIGN KEY ("filed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nudge" ADD CONSTRAINT "nudge_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nudge" ADD CONSTRAINT "nudge_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nudge" ADD CONSTRAINT "nudge_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "nudge_round"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nudge_round" ADD CONSTRAINT "nudge_round_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snooze" ADD CONSTRAINT "snooze_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
