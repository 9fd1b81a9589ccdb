-- CreateEnum
CREATE TYPE "history" AS ENUM ('exemplar_change', 'filing_change', 'person_change');

-- AlterTable
ALTER TABLE "exemplar_change" ADD COLUMN     "erased" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "filing_change" ADD COLUMN     "erased" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "person_change" ADD COLUMN     "erased" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "history_erasure" (
    "id" SERIAL NOT NULL,
    "history" "history" NOT NULL,
    "change_id" INTEGER NOT NULL,
    "parts" TEXT[],
    "rule" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" INTEGER,

    CONSTRAINT "history_erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "history_erasure_history_change_id_idx" ON "history_erasure"("history", "change_id");

-- Written by hand: histories are only added to, and one function erases personal data from them.

-- What a line looks like once these parts of it are erased: a column is null, a key of a column is not there.
CREATE FUNCTION "erased_line"(line jsonb, parts text[]) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  part text;
  path text[];
BEGIN
  FOREACH part IN ARRAY parts LOOP
    path := string_to_array(part, '.');
    IF cardinality(path) = 1 THEN
      line := jsonb_set(line, path, 'null');
    ELSIF jsonb_typeof(line -> path[1]) = 'object' THEN
      line := line #- path;
    END IF;
  END LOOP;
  RETURN jsonb_set(line, '{erased}', 'true');
END
$$;

-- A line of a history never goes, and changes only as far as rows of "history_erasure" say.
CREATE FUNCTION "guard_history"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erased_parts text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT NEW.erased THEN RETURN NEW; END IF;
  ELSIF TG_OP = 'UPDATE' THEN
    SELECT array_agg(part) INTO erased_parts FROM history_erasure e, unnest(e.parts) part
    WHERE e.history::text = TG_TABLE_NAME AND e.change_id = OLD.id;
    IF erased_parts IS NOT NULL AND to_jsonb(NEW) = erased_line(to_jsonb(OLD), erased_parts) THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;

-- Adding the record of an erasure is the erasure: neither can be there without the other.
CREATE FUNCTION "apply_erasure"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  assignments text;
  lines int;
BEGIN
  SELECT string_agg(format('%1$I = line.%1$I', attname), ', ') INTO assignments FROM pg_attribute
  WHERE attrelid = NEW.history::text::regclass AND attname IN ('reason', 'before', 'after', 'account_id', 'erased');
  EXECUTE format(
    'UPDATE %1$I c SET %2$s FROM %1$I old, jsonb_populate_record(NULL::%1$I, erased_line(to_jsonb(old), $2)) line
     WHERE c.id = $1 AND old.id = $1', NEW.history, assignments)
  USING NEW.change_id, NEW.parts;
  GET DIAGNOSTICS lines = ROW_COUNT;
  IF lines = 0 THEN
    RAISE EXCEPTION '% has no line %', NEW.history, NEW.change_id USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END
$$;

-- Erases parts of one line of a history on a rule, and leaves a row that says so. False when they were erased before.
-- The caller's rights hold (SECURITY INVOKER): the program owns the tables, and no other role may call it.
CREATE FUNCTION "erase_from_history"(
  which "history", line_id int, parts text[], rule text, at timestamptz, by_person int DEFAULT NULL
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  is_erased boolean;
BEGIN
  EXECUTE format('SELECT erased_line(to_jsonb(c), $2) = to_jsonb(c) FROM %I c WHERE c.id = $1 FOR UPDATE', which)
  INTO is_erased USING line_id, parts;
  IF is_erased THEN RETURN false; END IF;
  INSERT INTO history_erasure (history, change_id, parts, rule, at, by_id)
  VALUES (which, line_id, parts, rule, at, by_person);
  RETURN true;
END
$$;
REVOKE ALL ON FUNCTION "erase_from_history"("history", int, text[], text, timestamptz, int) FROM PUBLIC;

ALTER TABLE "history_erasure" ADD CONSTRAINT "history_erasure_parts" CHECK ("parts" IS NOT NULL AND array_to_string("parts", ' ') ~ CASE "history"
  WHEN 'filing_change' THEN '^reason$'
  WHEN 'exemplar_change' THEN '^(reason|(before|after)(\.\w+)?)( (reason|(before|after)(\.\w+)?))*$'
  ELSE '^(reason|account_id|(before|after)(\.\w+)?)( (reason|account_id|(before|after)(\.\w+)?))*$' END);
ALTER TABLE "history_erasure" ADD CONSTRAINT "history_erasure_rule" CHECK ("rule" ~ '^[a-z_]+\.[a-z-]+$');

-- What has to be there is there, unless it was erased.
ALTER TABLE "filing_change" DROP CONSTRAINT "filing_change_reason_check", ADD CONSTRAINT "filing_change_has_its_reason" CHECK (
  "erased" OR "action" NOT IN ('return', 'reopen') OR ("reason" IS NOT NULL AND char_length("reason") >= 10));
ALTER TABLE "person_change" DROP CONSTRAINT "person_change_has_its_subject", ADD CONSTRAINT "person_change_has_its_subject" CHECK (
  ("action" NOT IN ('role_given', 'role_ended', 'unit_moved') OR "membership_id" IS NOT NULL) AND
  ("erased" OR "action" NOT IN ('account_linked', 'account_moved', 'account_removed') OR "account_id" IS NOT NULL));
ALTER TABLE "person_change" DROP CONSTRAINT "person_change_has_its_reason", ADD CONSTRAINT "person_change_has_its_reason" CHECK (
  "action" NOT IN ('role_ended', 'unit_moved', 'account_removed')
  OR ("by_id" IS NOT NULL AND ("erased" OR ("reason" IS NOT NULL AND char_length("reason") >= 10))));

DROP TRIGGER "filing_change_append_only" ON "filing_change";
DROP FUNCTION "refuse_filing_change"();
DROP TRIGGER "person_change_is_only_added_to" ON "person_change";
DROP FUNCTION "refuse_change_of_history"();

CREATE TRIGGER "exemplar_change_append_only" BEFORE INSERT OR UPDATE OR DELETE ON "exemplar_change"
  FOR EACH ROW EXECUTE FUNCTION "guard_history"();
CREATE TRIGGER "filing_change_append_only" BEFORE INSERT OR UPDATE OR DELETE ON "filing_change"
  FOR EACH ROW EXECUTE FUNCTION "guard_history"();
CREATE TRIGGER "person_change_append_only" BEFORE INSERT OR UPDATE OR DELETE ON "person_change"
  FOR EACH ROW EXECUTE FUNCTION "guard_history"();
CREATE TRIGGER "history_erasure_erases" AFTER INSERT ON "history_erasure"
  FOR EACH ROW EXECUTE FUNCTION "apply_erasure"();

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER "history_erasure_append_only" BEFORE UPDATE OR DELETE ON "history_erasure"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "exemplar_change_not_emptied" BEFORE TRUNCATE ON "exemplar_change" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "filing_change_not_emptied" BEFORE TRUNCATE ON "filing_change" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "person_change_not_emptied" BEFORE TRUNCATE ON "person_change" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "history_erasure_not_emptied" BEFORE TRUNCATE ON "history_erasure" EXECUTE FUNCTION "refuse_change"();

-- Accounts that the retention erased before there was this record.
SELECT erase_from_history('person_change', c."id", '{account_id}', 'account.gone', now()) FROM "person_change" c
WHERE c."account_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "account" a WHERE a."id" = c."account_id");

-- AddForeignKey
ALTER TABLE "person_change" ADD CONSTRAINT "person_change_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_erasure" ADD CONSTRAINT "history_erasure_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
