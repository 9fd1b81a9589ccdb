-- AlterTable
ALTER TABLE "web_message" ADD COLUMN     "client_key" TEXT;

-- CreateTable
CREATE TABLE "web_session" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "web_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_attempt" (
    "id" BIGSERIAL NOT NULL,
    "who" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "invitation_id" INTEGER,

    CONSTRAINT "code_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "web_session_key_key" ON "web_session"("key");

-- CreateIndex
CREATE UNIQUE INDEX "web_session_chat_id_key" ON "web_session"("chat_id");

-- CreateIndex
CREATE INDEX "web_session_last_seen_at_idx" ON "web_session"("last_seen_at");

-- CreateIndex
CREATE INDEX "code_attempt_who_at_idx" ON "code_attempt"("who", "at");

-- CreateIndex
CREATE INDEX "code_attempt_at_idx" ON "code_attempt"("at");

-- CreateIndex
CREATE UNIQUE INDEX "code_attempt_who_cause_key" ON "code_attempt"("who", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "web_message_chat_id_client_key_key" ON "web_message"("chat_id", "client_key");

-- Written by hand: Prisma's schema language has no triggers, and its comparison of schemas leaves them alone.
-- Whatever takes an account from its person ends the web chat's session behind it in the same transaction, and tells the
-- instance that holds its event stream: no code that unlinks people can forget to.
CREATE FUNCTION "end_web_session_of_account"() RETURNS trigger AS $$
BEGIN
  IF OLD.channel = 'web' AND OLD.person_id IS NOT NULL AND (TG_OP = 'DELETE' OR NEW.person_id IS NULL) THEN
    UPDATE web_session SET ended_at = clock_timestamp() WHERE chat_id = OLD.chat_id AND ended_at IS NULL;
    PERFORM pg_notify('web_chat', json_build_object('chat', OLD.chat_id, 'ended', true)::text);
  END IF;
  RETURN NULL;
END
$$ LANGUAGE plpgsql;

CREATE TRIGGER "account_loses_its_person" AFTER UPDATE OF "person_id" OR DELETE ON "account"
FOR EACH ROW EXECUTE FUNCTION "end_web_session_of_account"();
